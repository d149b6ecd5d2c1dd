"""Stems counted by training/join.py, never written by hand. In public news items and in gold clauses."""

from __future__ import annotations

from typing import Final

from sijill.events.families import Group

_WORDS: Final[dict[float, str]] = {
    0.2: (
        "kill peopl stat "
    ),
    0.3: (
        "announc first government minist new president report unit year "
    ),
    0.4: (
        "arrest attack bomb case china city claim country court covid day death election follow forc form includ injur international lead military "
        "national north party polic prim protest record says south time war world "
    ),
    0.5: (
        "accus afghanistan air alleg american anti area army attempt authoriti bank becom begin bord bring british call capital caus central charg "
        "chines civil civilian clos confirm continu council crash days dead declar democratic due elect emergency end european federal fight fire "
        "flood foreign found franc general governor group head health held high home hour hous human increas india iran iraq island israel israeli "
        "issu japan kingdom korea last launch leav man meet memb militant million miss month nation nationwid northern numb offic official old open "
        "opposition order other pakistan palestinian parliament part past plac plan power presidential prison provinc public reach receiv region "
        "releas republic resign result right russia russian second secretary security sentenc servic several shoot shot soldi southern strik suicid "
        "support suspect syria syrian take test thousand toll total town troop union vaccin vote warn week wins work wound york "
    ),
    0.6: (
        "abus acros act action activist administration afghan africa african age agency agre agreement aid airport airstrik allegedly allow amid "
        "appeal approv arab arabia armed arriv assembly australia australian award back baghdad ban barack base based bbc becaus beginn believ bill "
        "billion block board brazil break build bus bush cabinet california camp campaign canada canadian candidat captur car carry cent chang chief "
        "children citizen clash coalition coast collaps come commission committe company concern conflict congres control convict corruption countri "
        "county crim criminal crisi cup current damag david deal decision defeat defenc defens demand deni department despit destroy detain die died "
        "dies disput district donald dose dozen driv drug earli earthquak east eastern economic effort egypt egyptian england enter europ evacuat "
        "event expect explod explosion face fail family final find flight food football free french fund furth game gas gaza georg german germany "
        "guard guilty gunmen hama heavy helicopt help highest history hit hits hold hospital hundred hurrican impos incident indian indonesia "
        "intelligenc investigat investigation involv iranian iraqi ireland isil islamic italian italy jail japanes john journalist judg justic known "
        "korean land larg largest later law leagu led left level life link local london long made magnitud major make making many mark market mass "
        "mayor measur media men mexico ministry missil move movement murd muslim news next nigeria non nuclear obama occur oil operation organization "
        "outsid pandemic parliamentary pass passeng peac person philippin plann plant play political poll pope positiv post pro program raid rebel "
        "recent referendum reject relat relation remain replac reportedly representativ republican request rescu resident resignation respons "
        "responsibility restriction return riot rise river rocket rule ruling run san sanction saudi saying school sea seek senat senior seri set sex "
        "ship show sign singl site social spac spain spread start station storm street strip student sudan suprem surpass suspend system taliban talk "
        "target team term terrorism terrorist texa thereby third threaten trad train travel trial trump turkey turkish ukrain ukrainian university "
        "use used using variant vehicl vice villag violenc visit voter washington water weapon well west western win winn within without woman women "
        "yemen zealand "
    ),
    0.7: (
        "abu accept acces accident account acting activiti additional advanc advis affair affect again agent ago ahead aircraft airlin aleppo alert "
        "ali allegation allianc along already ambassador america angel anniversary annual appear appoint approval argentina arms asks assassination "
        "assault associat association astrazeneca atlantic attend attorney authority away bangladesh bann bans battl bay beat began behind beij "
        "belgium best bid biden biggest bin black blam blast boat bodi body boko brazilian breach bridg britain broadcast budget burn busines cairo "
        "cancel care carolina carri casualti catholic ceasefir centr ceremony chairman challeng champion championship chemical chil child christian "
        "church citi citing clear club cnn collid colombia combat command committ common communication communist community compani complet comput "
        "conclud condemn condition conduct conferenc congo connection consecutiv conservativ consider constitution constitutional construction "
        "contain contract controll controversial convoy coronaviru corporation count coup cov creat crew criticiz cros cross crowd cuba curfew "
        "currently custody cut cuts czech daily damascu data date debt decad decid defend delay delta democracy democrat demonstration demonstrator "
        "deploy deputy describ detect detention develop development diplomat diplomatic director disast discover discovery discus diseas dismiss "
        "doctor document dollar dron drop dutch early earth economy effect effectiv electoral eleven embassy emirat employe ending ends energy "
        "english erupt escap establish estimat evacuation even ever evidenc exchang executiv explosiv express extend failur fall far farm fear femal "
        "field fifa fifth figur file film financ financial fine fired firm flee florida formally fourth franci fraud freedom front fuel full futur "
        "gaddafi gath gather georgia girl give given global goes gold googl governorat grand grant great greec greek green ground guinea gulf gunman "
        "hack half halt hand haram having headquart hear hezbollah himself hong host hostag hotel houthi howev humanitarian illegal impact "
        "imprisonment incumbent independenc independent indicat indonesian infection information injuri inquiry insid institut insurgent intend "
        "interest interim interior internet introduc invasion involvement irish islamist jame jerusalem joe johnson join joint kabul kashmir kenya "
        "key kidnapp kim king kong kurdish labour landfall landslid lanka late latest lawsuit lawy leak lebanes lebanon legal legislation legislativ "
        "less liberal liberation libya libyan lift light likely limit line list live lockdown los lose loss low lower mahmoud main majority malaysia "
        "mali manag mandat marin marriag martin mask massacr massiv match medical mexican michael michigan middl migrant mile militia mine mission "
        "mogadishu moham money moon moscow mosqu mount multipl murder must myanmar name named nasa nato navy nearly need negotiation nepal netherland "
        "network newspap nicola nigerian night nobel oblast occurr ocean offensiv offer officially olympic ongo onlin operat oppos organisation "
        "outbreak owned pacific pakistani pari park parti participat patient paul pay per percent personnel peru peter pfiz phon pilot plead point "
        "poland policy politician popular population port position possibl postpon premi prepar pres present pressur prevent previou previously pric "
        "primary princ privat priz problem proces produc product project propos prosecutor protect protection protestor provid publish purchas put "
        "putin qaeda quarantin question race rain rais rally rang rape rate recall recently recogniz red reduc reform refuge refus regard regim "
        "regional remov reopen requir research reserv resolution respond responsibl restaurant resum reut reveal risk rival road robert role round "
        "royal runn safety sale sars satellit scandal schedul scientist scor scotland search season seat secret seiz self sell senator send sent "
        "separat separatist seriou seriously serv sets settlement sever sexual shar shell shut side similar singapor sink situation small somali "
        "somalia son sourc spanish speak special speech spokesman sport squar sri stabb stadium staff stag stand star statement statu stay step stock "
        "stop stor study successfully sudanes suggest summit surviv sweden sworn taiwan taken taking tank tax tear television tell tens tension "
        "territory terror thailand threat titl tokyo tomorrow tony took top tornado tour tourist toward transport travell treatment treaty tropical "
        "truck trying tsunami turn twenty typhoon unknown upris urge vaccinat vaccination venezuela venezuelan vessel via victim victory video "
        "vietnam violat violation violent virginia viru vladimir voting wale want watch wave way websit what wheth whit wife wildfir william wind "
        "withdraw won worst yemeni yet young zimbabw zone "
    ),
    0.8: (
        "abandon abba abc abduct abdul abdullah able aboard abortion abov academy accord accusation achiev acquir activity actor actres addition "
        "addres address aden administer admit admitt adopt adult aged agenci ages ahmadinejad ahmed aimed airspac airway alabama alaska alexand "
        "algeria alli almost although ambush amendment amidst amnesty amount andrew angela animal announcement antonio apartment apparent apparently "
        "appl approach approximately arabian archbishop ariel arizona armenia armenian articl artillery asia asian ask asked assad assang assassinat "
        "asset assist assistanc asylum athlet atomic aung austria authoriz autonomou availabl averag aviation aviv avoid azerbaijan bahrain bahraini "
        "bail ballistic ballot bangkok bankruptcy barcelona barr bars baseball bashar basketball beach beirut belaru belarusian belgian belong ben "
        "benedict benjamin berlin berlusconi bett big biontech bird bishop blair blockad blood blow blue bob boeing bolivia bond book boost bori born "
        "boston boy boycott brian bribery brigad brok broth brought brown brussel bulgaria bureau buri burkina burma burmes business businessman buy "
        "cabl cambodia came cameron canc cancell cannot capacity cape capitol capsiz captain cardinal cargo carlo cars cartel cast catalonia catch "
        "category ceas celebrat celebration cell century ceo certain chad chain chamb chancellor channel charl chavez checkpoint chicago chilean "
        "choos chri christma cia circuit citizenship classifi cleric climat clinton closur coach coal colleg collision colombian colorado columbia "
        "com coming commemorat commenc comment commercial commit commonwealth competition complaint complex compound concert confidenc congressional "
        "connect consid conspiracy consum contact contest controversy convention conviction cooperation corp cost costa coupl cover crackdown credit "
        "cricket critic critical critically criticis criticism croatia crown cruis cuban cultur custom cyclon cypru dangerou daniel danish darfur "
        "daught deadliest deadlin deadly debat declaration declin decre deep delhi deliv demonstrat denmark deny deport deputi derail design designat "
        "destruction detail detaine detat determin detonat devic different direct disappear discov dispers displac disrupt dissident dissolv distanc "
        "division dmitry domestic donetsk doubl dow draft draw drill dropp dubai dublin dutert ecuador education edward eith electric electricity "
        "electronic elizabeth emerg emmanuel ended endors enforcement engag engin enough entir entry environmental envoy equipment era erdogan "
        "eruption essential ethiopia ethiopian ethnic euro execut execution exercis exil exist exit expand expel experienc expert export expres "
        "extradit extradition extremist facebook faciliti facility facing factory fals famili fans farc faso fast fatah fatal fataliti fatally fath "
        "favor favour fbi featur federation fell ferry festival few fifteen fiji filed finish finland firefight firing fish flag flash fled flotilla "
        "flu fly flying forest formal formula fourteen fox francisco francoi freed freez fully funeral gain gang gate gay genocid georgian get gets "
        "giant giving goal going golden golf good govern grav grenad grow growth guantanamo guardian guatemala gun gunfir hagu haiti hall hamid handl "
        "happen hassan hawaii healthcar heart heat highly highway hijack hill hillary historic hockey holiday homeles homs hope hosni hospitaliz "
        "houston how hugo humanity hundr hung hungary hunt hussein ibrahim ice identifi idf idlib iii ill illegally illinoi imag immediat immediately "
        "immigrant immigration impeachment implement import imprison improv inc indict indigenou individual indoor industrial industry infect initial "
        "initiativ inmat instead institution insurgency intention intercept internal intervention interview investigator investment investor isis "
        "islam istanbul itself ivory jakarta java jazeera jean jersey jet jets jewish jihad jihadist jimmy jobs jone jong jordan jose joseph journal "
        "juan julian junta jury justin kandahar kansa karachi kazakhstan keep kentucky kenyan kerry khan kilomet kosovo kurdistan kuwait kyi "
        "kyrgyzstan labor lack laden lake languag lankan launder lawmak laws leadership lee legaliz legislatur leon lett levant licens like lineag "
        "living locat location longest look lord losing lost loui louisiana loyal luis macron madrid maduro magazin mail maintain malaysian male mall "
        "malta management manchest mandatory manila mann manuel manufactur marco maria maritim mars maryland massachusett material matt maximum mean "
        "medal medicin mediterranean melbourn membership memorial merg merkel messag met metro metropolitan miami michel microsoft mid midnight mike "
        "miner mining minnesota minor minority minut mississippi missouri mobil moderna mohamm mohammad monetary monitor monkeypox moral morn morocco "
        "mortar mostly mosul moth motion motor mountain mourn moving mps muammar mubarak much mugab muhammad mumbai museum music natural naval nazi "
        "nba nearby negativ negotiat neighbor neighborhood netanyahu nevada newly niger nominat nomination nomine northeast northeastern northwest "
        "northwestern norway norwegian numerou object observ observatory obtain occupation occupi ohio oklahoma oldest omar omicron once ontario "
        "opponent orbit oregon organiz originally orlean osama oust outdoor overall overnight overturn owner oxford packag page paid paint palac "
        "palestin panel paper papua parent partial partn passport patrol payment peacekeep pedro penalty pend peninsula pennsylvania pentagon perform "
        "performanc period permanent perpetrator personal peruvian petition phas pictur pipelin pirat pkk planet platform pledg plot plott plung "
        "poison policemen polici polish poor portugal possibility possibly potential practic pradesh pray predict prefectur preliminary presenc "
        "presidency priest prior prob production professional programm progres prominent promis promot prompt property proposal prosecution "
        "provincial puerto pull push qatar quart quebec queen queensland racing radio rail railway rank rare ready real reason recaptur recep "
        "recommend recover regulation relief religiou remark renew represent requirement residential resistanc resolv resort respectively restor "
        "restrict retail retain retaliation retir retirement review revolution revolutionary richard rico rio rising roadsid rock rodrigo roger roll "
        "roman romania rome rout row rugby ruled rwanda sack saddam safe saint saleh sanaa santa sarkozy scal scen scienc scott scottish section "
        "sector secur securiti see seen select serbia serbian session sett settl shabaab shanghai sheikh shia shiit shipment shootout shop shopp "
        "short shortag shortly significant silvio sinai sing sir sixth smok smuggl snow socialist society sold song soon southeast southeastern "
        "southwest spacecraft spark speci speed spend spill spokesperson spring spy spying standard stephen stev stolen ston stopp story strand "
        "strategic strengthen strong struck subject subsequently suburb succeed successful suff suffer summ sun sunni super suppli supply surfac surg "
        "surgery surrend surround surveillanc survey survivor suspension suspicion sustain suu swedish swis switzerland sydney tajikistan tamil "
        "tayyip teach technology teenag tehran tel temperatur temporarily temporary tennesse tenni thai themselv thirteen thirty thoma though thought "
        "throughout throw ties tiger togeth tom too toronto tortur tournament tower track traffic traffick transf transitional transportation trapp "
        "treasury treat tribal tribunal tried trigger trip tripoli try tunisia tunisian tunnel turnout twelv twin twitt uefa uganda ugandan uk "
        "unanimously unconstitutional undergo underway unidentifi unity unles unrest unveil upcom uphold upon uranium usa user utc uzbekistan valley "
        "valu van variou vatican venu verdict version veteran veto victoria view viktor visa volcano voted vows wake walk wall warrant waziristan "
        "wear weath wedd weekend welcom went wide widespread wikileak wing wint wisconsin withdrawal worldwid worsen worth writ xvi yesterday youth "
    ),
}
"""Common stems by how much sharing one tells; counted in public news items. Others weigh 1."""

WORD_WEIGHT: Final[dict[str, float]] = {word: level for level, listed in _WORDS.items() for word in listed.split()}

_KINDS: Final[dict[Group, str]] = {
    "accord": (
        "accept accord agre agreement arrangement broker ceasefir cessation defect delegation dialogu dissolv doha envoy geneva kuala lull lumpur "
        "mediator meet merg minsk negotiat negotiation negotiator pact propos protocol rank recruit recruitment respect sign surrender talk text truc "
        "understand unilateral violation "
    ),
    "battle": (
        "additional advanc alert alongsid ambush australia axis badghi bakhmut battl bentiu bosnian clash combat confrontation crossroad datu defeat "
        "defus deploy deployment detachment discover dispatch division down encount engagement fama fapla fardc firefight fmln foil fought gain gorg "
        "gunfir helmand hoist incursion infantry infiltrat infiltration inflict intercept kidal liberat markaba masisi mechanis model multinational "
        "northeast offensiv outpost overran overrun paratroop peru peshmerga push qala recaptur regain regroup regular reinforc reinforcement reliev "
        "repell republican repuls resist retak retaken retook roll secur send shabell sirt slipp strength succes sudzha uavs warship wazalendo "
        "waziristan withdraw withdrawal withdrawn withdrew zawiya "
    ),
    "crowd": (
        "bottl cannon demonstration demonstrator dispers peaceful peacefully pelt protest rally scatter tear "
    ),
    "destruction": (
        "armoury cattl destruction extort granari huts levy loot pillag plunder razed robb sett steal taxe theft torch "
    ),
    "displacement": (
        "deport displac displacement evacuation expell fled gedaref household individual ingushetia internally newly pemba sleep spent tawila uproot "
    ),
    "seizure": (
        "abduct abduction apprehend arbitrary arrest detain disappear disappearanc kidnap kidnapp vanish "
    ),
    "strike": (
        "aimed airstrik apartment artillery aviation ballistic barrag barrel blast blew bomb bombard bombardment bomblet chemical chlorin clust "
        "cylind detonat dron dropp explod explosion flatten fpv ganja grad gunship herself hit hits hitt ied impact improvis infrastructur jet jets "
        "kiryat landmin legs lobb maim mined missil mistak mortar munition mustard phosphoru populat pound precision radar residential roadsid rocket "
        "salvo shell sorti straf strik struck suicid sukhoi target unexplod vicinity warplan "
    ),
    "violence": (
        "abus assassinat assassination beat behead codeco execut execution flogg hack hang hood lendu lynch machet massacr murd murder mutilat rape "
        "raped sexual slaughter spie stabb throat tortur "
    ),
}
"""Stems that tell a kind of happening; counted in gold clauses."""

KIND_OF: Final[dict[str, Group]] = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}
