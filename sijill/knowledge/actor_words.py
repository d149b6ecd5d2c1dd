"""Words beside a state's or a group's name that tell who of it acts: its forces, its government, or people of it who are neither.

In folded form, one word each. The last of them in a phrase is its head: "government artillery" is the forces, "military government" the state.
"""

from __future__ import annotations

FORCES = frozenset(
    """army armies military militaries force forces troop troops soldier soldiers warplane warplanes aircraft airplanes plane planes jet jets
    helicopter helicopters gunship gunships artillery airforce navy naval police policeman policemen policewoman security airstrike airstrikes
    strike strikes raid raids drone drones uav uavs missile missiles rocket rockets shelling bombardment bombing bombings shells marine marines
    officer officers commando commandos gendarme gendarmes gendarmerie tank tanks unit units brigade brigades battalion battalions regiment
    regiments division divisions corps squadron paratrooper paratroopers serviceman servicemen servicewomen conscript conscripts reservist
    reservists bomber bombers guard guards rangers ranger commander commanders general generals colonel major captain lieutenant sergeant
    positions position lines line fire gunfire mortars mortar gunners gunner sniper snipers warship warships fleet frigate destroyer
    submarine gunboat gunboats patrol patrols checkpoint checkpoints garrison outpost outposts barracks offensive incursion operation
    operations invasion assault counteroffensive attack attacks infantry cavalry armour armor howitzer howitzers bulldozer bulldozers
    personnel invader invaders occupier occupiers occupation headquarters convoy convoys detachment battery batteries bulldozers sappers
    intelligence defences defenses peacekeeper peacekeepers aviation power saboteur saboteurs sabotage launchers command reinforcements column columns
    fighter-bombers sorties ammunition interceptors deminers aggression""".split()
)
GOVERNMENT = frozenset(
    """government governments authorities authority regime state minister ministers ministry ministries president presidents presidential presidency
    premier cabinet parliament leadership leader leaders ruler rulers king monarchy officials official administration junta dictatorship envoy envoys
    negotiators negotiator delegation delegations delegates diplomats diplomat embassy consulate republic federation kingdom foreign
    prime chancellor sultan emir leader side entity enemy""".split()
)
OTHERS = frozenset(
    """rebel rebels militant militants insurgent insurgents insurgency opposition separatist separatists secessionists jihadist jihadists jihadi jihadis
    terrorist terrorists extremists islamists islamist gunman gunmen militia militias militiaman militiamen mercenary mercenaries tribesmen tribes tribal
    fighters fighter guerrilla guerrillas guerillas resistance factions faction groups group partisans mujahideen bandits pirates gang gangs gangsters
    cartel cartels settler settlers paramilitary paramilitaries vigilantes protester protesters protestors demonstrators rioters crowd crowds mob
    activist activists dissident dissidents exiles man men women woman person national nationals expatriates citizen youth youths boy girl boys girls teenager
    news agency channel television tv newspaper media radio website company companies firm bank ngo ngos observatory crescent cross hospital
    kurds kurdish druze alawite alawites christian christians sunni shia shiite arab arabs turkmen tuareg church party movement front league union
    lawmaker lawmakers mp politician politicians footballer contractor contractors volunteer volunteers legion loyalists clergy cleric clerics
    businessman hackers truckers drivers driver patriots assailant assailants suicide attacker attackers suspects suspect herders herdsmen communities community
    descent origin extraction ethnic minority diaspora university school market city town village province region border consul bus team""".split()
)
CIVILIANS = frozenset(
    """civilian civilians resident residents villager villagers family families child children infants wives wife widows victims victim refugees
    refugee journalist journalists reporter reporters photographer cameraman workers worker farmers farmer shepherds fishermen relatives parents
    hostages hostage captives abductees students student teachers teacher pupils schoolgirls doctors doctor nurses patients medics paramedics inhabitants
    locals passersby worshippers pilgrims tourists tourist citizens migrants migrant evacuees people persons returnees idps tribespeople labourers laborers
    miners households homes houses properties""".split()
)
NEUTRAL = frozenset(
    """a an the some several many most all other others more than at least about around nearly almost over up to dozens hundreds thousands scores
    of and its their his her our these those this that both two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    suspected alleged unidentified unknown armed heavily local masked senior top young former self styled spokesman spokesperson spokeswoman spokesmen so called dead wounded captured
    fighter fighters militant militants gunman gunmen militiamen militiaman militia militias men man members member elements leader leaders group groups
    faction factions cell cells ranks jihadists terrorists insurgents rebels rebel movement organisation organization gang gangs""".split()
)
DETERMINERS = frozenset("the suspected alleged our this that".split())
PLACE_PREPOSITIONS = frozenset("in inside from near across around outside into throughout at within via towards toward beyond".split())
CLOSING = frozenset("in inside from near across around outside into on against at over with for who which that while as after during to".split())
