"""Numbers learned by training/join.py, never written by hand. From 2338 claims of 390 happenings in 65 episodes, 2128 claims that the reader found in
their reports, and 1125 claims marked report by report."""

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
        "accept accord agre agreement broker ceasefir cessation deal defect delegation dissolv effect envoy geneva kuala lull lumpur mediator meet "
        "minsk negotiat negotiation offer propos recruit recruitment sign surrender talk truc understand violation "
    ),
    "battle": (
        "advanc ambush axis battl clash combat complex confrontation deploy deployment detachment division down engagement fano firefight foil fought "
        "gunfir intercept kidal kyrgyz liberat moving offensiv outpost overran overrun paratroop recaptur reinforcement repell resist retaken retook "
        "roll send sirt troop waziristan withdraw withdrawal withdrawn withdrew "
    ),
    "crowd": (
        "cannon demonstration demonstrator dispers march peaceful protest ston tear "
    ),
    "destruction": (
        "armoury cattl extort extortion huts loot razed robb sett steal taxe torch "
    ),
    "displacement": (
        "cleans deport displac evacuation expell famili fled household individual internally roughly sleep tawila uproot "
    ),
    "seizure": (
        "abduct abduction arrest detain detention disappear disappearanc kidnap kidnapp "
    ),
    "strike": (
        "accident aimed airstrik artillery aviation ballistic barrel blast blew blown bomb bombardment chemical chlorin clust detonat dron dropp "
        "explod explosion fpv garden grad hit hits hitt howitz improvis jet jets jihad landmin lobb location mined missil mortar munition pound "
        "residential roadsid rocket shell sorti stepp strik struck suicid unexplod vicinity warplan wedd "
    ),
    "violence": (
        "assassinat assassination beat beaten behead codeco execut execution hack hang hood lynch machet massacr murd murder rape raped sexual "
        "slaughter stabb throat tortur "
    ),
}
"""Stems that tell a kind of happening; counted in gold clauses."""

KIND_OF: Final[dict[str, Group]] = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}

INSIDE: Final[dict[str, float]] = {
    "1 claims on": 0.222, "2 claims on": 0.065, "3 claims on": -0.010, "4 claims on or more": -0.279, "accord with battle": 0.069,
    "accord with context": 0.102, "accord with crowd": 0.759, "accord with destruction": 0.210, "accord with displacement": -0.995,
    "accord with seizure": -0.601, "accord with strike": -0.395, "accord with toll": -0.580, "accord with violence": -0.444,
    "bare toll after harm": 0.147, "battle with context": 0.295, "battle with crowd": -0.700, "battle with destruction": 1.375,
    "battle with displacement": -1.413, "battle with seizure": 0.845, "battle with strike": -1.006, "battle with toll": 0.996,
    "battle with violence": 0.175, "bias": -1.368, "both background": -0.107, "context with crowd": 0.319, "context with destruction": 0.377,
    "context with displacement": -0.812, "context with seizure": 1.325, "context with strike": 0.165, "context with toll": 0.492,
    "context with violence": -0.666, "crowd with destruction": 0.109, "crowd with displacement": -0.082, "crowd with seizure": 0.377,
    "crowd with strike": -0.115, "crowd with toll": 0.205, "crowd with violence": -0.326, "days apart": -0.797, "days far apart": -1.238,
    "days overlap": -0.356, "destruction with displacement": -0.361, "destruction with seizure": 0.771, "destruction with strike": -0.762,
    "destruction with toll": 0.549, "destruction with violence": 1.079, "displacement with seizure": 0.020, "displacement with strike": -1.180,
    "displacement with toll": -0.606, "displacement with violence": -0.935, "earlier recalls": -0.386, "earlier says again": -0.301,
    "earlier says first": -0.673, "earlier without place": -0.328, "far on in the text": -0.193, "few words shared": -0.556,
    "first and second": -0.358, "headline or lead told again": 0.550, "last anchor": 0.268, "later begins with a pronoun": 0.477,
    "later denies": -0.391, "later leans on a nearer anchor": -0.586, "later leans on this": 0.066, "later points back": -0.468,
    "later recalls": -0.080, "later says again": -1.012, "later says little": 0.833, "later says little, next": 0.181,
    "later says second": -1.585, "later speaks of a toll": 0.223, "later unanchored": 0.797, "later unanchored, long report": -0.241,
    "later unanchored, other type": 0.050, "later with common noun for place": -0.299, "later without doer": -0.658,
    "later without place": 0.497, "later without sufferer": -0.138, "leans on another type": -0.591, "long report": 0.452,
    "many days in all": -0.795, "many places in all": 0.190, "many words shared": -0.017, "moves elsewhere": 0.295,
    "moves to or from there": 0.742, "next claim, long report": 0.256, "next clause": 0.391, "no word shared": 0.281, "one background": -0.905,
    "one clause": 0.204, "one counts dead": -0.372, "one denied": 0.212, "one place and day in all": 0.768, "one planned": -0.995,
    "one possible": -0.223, "one sums up": -1.458, "one voice named": 0.130, "only earlier counts": -0.071, "only earlier dated": 0.268,
    "only later counts": 0.246, "only later dated": -0.349, "other area": -0.194, "other doer": 0.057, "other figure for the dead": -1.345,
    "other group": -0.992, "other group, long report": 0.200, "other hour": -0.168, "other hour of one day": -0.913, "other place": -0.881,
    "other site": -0.169, "other sufferer": -0.280, "other voice": 0.780, "place within place": 0.301, "same area": 0.260, "same day": -0.283,
    "same doer": 0.881, "same figure": -0.447, "same figure of five or more": 0.815, "same group": -0.048, "same group, long report": 0.160,
    "same hour": 0.423, "same place": 0.677, "same place and type": -0.555, "same place, days apart": -0.730, "same site": 0.511,
    "same sufferer": 1.201, "same type": 1.038, "same type, long report": 0.092, "same voice": 0.931, "seizure with strike": -0.516,
    "seizure with toll": 0.388, "seizure with violence": 0.172, "sides swapped": 0.119, "some words shared": 0.291, "strike with toll": 0.194,
    "strike with violence": -0.609, "toll after harm": 0.310, "toll after no harm": 0.056, "toll with violence": 0.745,
    "unanchored among many places": 0.160, "unanchored among many, other type": -0.167, "unanchored, one place in all": -0.576,
    "very far on in the text": -0.359,
}
"""Log-odds weights of signs between claims of one report."""

INSIDE_DOUBT: Final[dict[str, float]] = {
    "1 claims on": 0.296, "2 claims on": 0.557, "3 claims on": -0.059, "4 claims on or more": -0.820, "accord with battle": 0.562,
    "accord with context": 0.745, "accord with crowd": 1.110, "accord with destruction": 0.210, "accord with displacement": -0.938,
    "accord with seizure": -0.879, "accord with strike": -0.277, "accord with toll": -0.847, "accord with violence": -0.389,
    "bare toll after harm": 0.624, "battle with context": 0.343, "battle with crowd": -0.710, "battle with destruction": 1.319,
    "battle with displacement": -1.322, "battle with seizure": 0.643, "battle with strike": -0.907, "battle with toll": 0.580,
    "battle with violence": 0.846, "bias": -1.743, "both background": -0.107, "context with crowd": 0.119, "context with destruction": 0.514,
    "context with displacement": -0.932, "context with seizure": 0.892, "context with strike": -0.732, "context with toll": 0.395,
    "context with violence": -0.762, "crowd with destruction": 0.418, "crowd with displacement": -0.162, "crowd with seizure": -0.269,
    "crowd with strike": -0.068, "crowd with toll": 0.238, "crowd with violence": 0.235, "days apart": -0.848, "days far apart": -1.493,
    "days overlap": -0.503, "destruction with displacement": -0.355, "destruction with seizure": 0.888, "destruction with strike": -0.611,
    "destruction with toll": 0.572, "destruction with violence": 0.949, "displacement with seizure": 0.564, "displacement with strike": -0.534,
    "displacement with toll": -0.574, "displacement with violence": -1.524, "earlier recalls": -0.628, "earlier says again": 0.024,
    "earlier says first": -0.736, "earlier without place": -0.569, "far on in the text": -0.193, "few words shared": -0.774,
    "first and second": -0.480, "headline or lead told again": 0.550, "last anchor": 0.280, "later begins with a pronoun": 0.715,
    "later denies": -0.731, "later leans on a nearer anchor": -0.436, "later leans on this": -0.316, "later points back": -0.256,
    "later recalls": 0.111, "later says again": -1.207, "later says little": 0.314, "later says little, next": 0.504,
    "later says second": -1.163, "later speaks of a toll": -0.099, "later unanchored": 0.512, "later unanchored, long report": -0.241,
    "later unanchored, other type": 0.200, "later with common noun for place": 0.004, "later without doer": 0.078, "later without place": 0.706,
    "later without sufferer": -0.089, "leans on another type": -0.228, "long report": 0.452, "many days in all": -0.551,
    "many places in all": -0.490, "many words shared": 0.982, "moves elsewhere": 0.008, "moves to or from there": 1.424,
    "next claim, long report": 0.256, "next clause": 0.698, "no word shared": -0.035, "one background": -1.074, "one clause": 1.252,
    "one counts dead": -0.504, "one denied": 0.204, "one place and day in all": 0.458, "one planned": -0.811, "one possible": 0.158,
    "one sums up": -2.015, "one voice named": -0.347, "only earlier counts": -0.454, "only earlier dated": 0.501, "only later counts": 0.199,
    "only later dated": -0.542, "other area": -0.101, "other doer": 0.010, "other figure for the dead": -1.095, "other group": -0.671,
    "other group, long report": 0.200, "other hour": -0.559, "other hour of one day": -1.137, "other place": -0.329, "other site": 0.030,
    "other sufferer": -0.048, "other voice": 0.404, "place within place": 0.301, "same area": 0.267, "same day": 0.036, "same doer": 0.712,
    "same figure": 0.472, "same figure of five or more": 1.241, "same group": 0.055, "same group, long report": 0.160, "same hour": 0.326,
    "same place": 0.594, "same place and type": -1.046, "same place, days apart": -0.832, "same site": 0.070, "same sufferer": 1.249,
    "same type": 0.589, "same type, long report": 0.092, "same voice": 0.267, "seizure with strike": -0.717, "seizure with toll": 0.427,
    "seizure with violence": -0.123, "sides swapped": 0.210, "some words shared": -0.199, "strike with toll": 0.150,
    "strike with violence": -0.526, "toll after harm": 0.151, "toll after no harm": 0.317, "toll with violence": 0.768,
    "unanchored among many places": -0.209, "unanchored among many, other type": -0.558, "unanchored, one place in all": -0.410,
    "very far on in the text": -0.359,
}
"""The same where a reader was not sure of one of the claims."""

ACROSS: Final[dict[str, float]] = {
    "a toll alone": -1.460, "a type shared": 1.269, "accord with battle": -0.106, "accord with context": 0.365, "accord with crowd": 1.567,
    "accord with destruction": 0.325, "accord with displacement": -0.664, "accord with seizure": -0.040, "accord with strike": -1.058,
    "accord with violence": -0.007, "accord, a day apart": -0.253, "accord, days apart": -0.526, "accord, days meet": -0.292,
    "accord, far apart": 0.034, "battle with context": 0.185, "battle with crowd": 0.355, "battle with destruction": 0.057,
    "battle with displacement": -1.383, "battle with seizure": 1.055, "battle with strike": -1.470, "battle with violence": 0.279,
    "battle, a day apart": 0.045, "battle, days apart": -0.709, "battle, days meet": 0.757, "battle, doers swapped": -0.173,
    "battle, far apart": -0.324, "battle, other doer": -0.098, "battle, same doer": 0.129, "bias": -3.111, "both dated": -0.814,
    "both points back": 0.216, "both says again": -0.067, "both sums up": 0.047, "context with crowd": -0.355,
    "context with destruction": -0.071, "context with displacement": -0.037, "context with seizure": 2.032, "context with strike": 0.270,
    "context with violence": 0.875, "context, a day apart": 0.447, "context, days apart": -0.189, "context, days meet": -0.426,
    "context, far apart": -0.188, "crowd with destruction": -0.249, "crowd with displacement": 0.145, "crowd with seizure": 0.039,
    "crowd with strike": -0.421, "crowd with violence": 0.638, "crowd, a day apart": -0.042, "crowd, days apart": 0.939,
    "crowd, days meet": 0.504, "crowd, far apart": 0.003, "dated, days apart: 1": 0.110, "dated, days apart: 2": -1.232,
    "dated, days apart: 3 to 5": -1.388, "dated, days apart: 6 to 10": -1.197, "dated, days apart: more": -0.977,
    "day and figure, place apart or unsaid": 0.391, "day and type, place apart or unsaid": -0.414, "days overlap": 1.385, "dead differ": -0.330,
    "dead differ much": -0.997, "dead nearly alike": 0.467, "destruction with displacement": -0.504, "destruction with seizure": 1.291,
    "destruction with strike": -0.415, "destruction with violence": 0.792, "destruction, a day apart": -0.448,
    "destruction, days apart": -0.197, "destruction, days meet": -0.530, "destruction, far apart": -0.055, "displacement with seizure": 0.182,
    "displacement with strike": -1.834, "displacement with violence": -1.432, "displacement, a day apart": 0.760,
    "displacement, days apart": 0.987, "displacement, days meet": -0.224, "displacement, far apart": 1.171,
    "each has a place of its own": -0.696, "few words shared": -0.124, "kind alike in words": 0.616,
    "kind alike in words, a toll alone": -0.241, "kind alike in words, same group": -0.453, "many words shared": 0.428,
    "no word shared": -0.465, "none dated": 0.607, "none dated, days apart: 0": 0.252, "none dated, days apart: 1": 0.179,
    "none dated, days apart: 2": 0.282, "none dated, days apart: 3 to 5": 0.081, "none dated, days apart: 6 to 10": -0.133,
    "none dated, days apart: more": -0.054, "one dated": 0.206, "one dated, days apart: 0": 0.717, "one dated, days apart: 1": 0.009,
    "one dated, days apart: 2": -0.300, "one dated, days apart: 3 to 5": 0.057, "one dated, days apart: 6 to 10": -0.150,
    "one dated, days apart: more": -0.128, "one denies": -0.096, "one only background": -0.453, "one only planned": 0.384,
    "one points back": 0.055, "one recalls": 0.390, "one says again": -0.482, "one sums up": -0.687, "one without place": 0.264,
    "other area": 0.056, "other doer": 0.192, "other figure": -0.551, "other group": -0.853, "other hour": -2.241, "other place": -0.511,
    "other place, both firm": -0.417, "other site": -0.194, "other sufferer": -0.192, "place and day": 0.514, "place and figure": 0.349,
    "place and type": -0.409, "place in the other's words": 0.702, "place of like sound": 0.645, "place said outright by both": 0.336,
    "place within place": 0.123, "place, day and type": 0.553, "points far apart": -4.000, "rare words shared: 0": -0.136,
    "rare words shared: 1": 0.172, "rare words shared: 2": 0.246, "rare words shared: 3": -0.252, "rare words shared: 4": -0.031,
    "reports share a name": 0.765, "reports share a place": 0.768, "reports share no place": -0.348, "same area": -0.606, "same day": 2.484,
    "same doer": 0.087, "same figure": 1.238, "same figure of five or more": 2.637, "same figure of thirty or more": 1.936,
    "same group": -0.453, "same hour": 0.492, "same outlet": -0.455, "same place": 0.026, "same sentence": 0.789, "same site": 0.897,
    "same sufferer": 0.603, "same type": 2.156, "same voice": -0.515, "seizure with strike": -1.257, "seizure with violence": 0.734,
    "seizure, a day apart": 0.842, "seizure, days apart": 0.448, "seizure, days meet": -0.067, "seizure, far apart": 0.743,
    "sides swapped": 0.075, "some words shared": 0.159, "strike with violence": -0.739, "strike, a day apart": -0.440,
    "strike, days apart": -0.652, "strike, days meet": -0.218, "strike, far apart": -0.101, "told before the other's day": -1.120,
    "toll, a day apart": -0.163, "toll, days apart": 0.070, "toll, days meet": -0.530, "toll, far apart": -0.039, "two figures shared": 0.340,
    "two places shared": 0.170, "two places that nothing links": -4.000, "two tolls": -0.662, "violence, a day apart": -0.377,
    "violence, days apart": -0.289, "violence, days meet": -0.572, "violence, far apart": -0.626, "wide days": -0.285,
}
"""Log-odds weights of signs between strands of two reports."""

ACROSS_DOUBT: Final[dict[str, float]] = {
    "a toll alone": -0.320, "a type shared": 0.654, "accord with battle": 0.034, "accord with context": 0.122, "accord with crowd": 1.482,
    "accord with destruction": 0.204, "accord with displacement": -0.335, "accord with seizure": -0.344, "accord with strike": -0.882,
    "accord with violence": 0.381, "accord, a day apart": -0.060, "accord, days apart": -0.623, "accord, days meet": -0.078,
    "accord, far apart": -0.394, "battle with context": -0.147, "battle with crowd": 0.573, "battle with destruction": 0.100,
    "battle with displacement": -1.450, "battle with seizure": 0.744, "battle with strike": -0.944, "battle with violence": 0.216,
    "battle, a day apart": 0.058, "battle, days apart": -0.512, "battle, days meet": 0.431, "battle, doers swapped": -0.156,
    "battle, far apart": -0.074, "battle, other doer": 0.153, "battle, same doer": 0.035, "bias": -1.587, "both dated": -0.327,
    "both points back": 0.448, "both says again": -0.142, "both sums up": 0.055, "context with crowd": -0.475,
    "context with destruction": -0.277, "context with displacement": 0.622, "context with seizure": 1.945, "context with strike": -0.172,
    "context with violence": 0.807, "context, a day apart": 0.350, "context, days apart": -0.264, "context, days meet": -0.708,
    "context, far apart": -0.194, "crowd with destruction": -0.056, "crowd with displacement": 0.521, "crowd with seizure": -0.613,
    "crowd with strike": -0.029, "crowd with violence": 0.737, "crowd, a day apart": 0.194, "crowd, days apart": 1.069,
    "crowd, days meet": 0.333, "crowd, far apart": -0.215, "dated, days apart: 1": 0.242, "dated, days apart: 2": -1.085,
    "dated, days apart: 3 to 5": -1.165, "dated, days apart: 6 to 10": -0.603, "dated, days apart: more": -0.746,
    "day and figure, place apart or unsaid": 0.019, "day and type, place apart or unsaid": -0.222, "days overlap": 0.752, "dead differ": -0.132,
    "dead differ much": -0.666, "dead nearly alike": 0.902, "destruction with displacement": -0.515, "destruction with seizure": 0.850,
    "destruction with strike": 0.254, "destruction with violence": 0.741, "destruction, a day apart": -0.730, "destruction, days apart": -0.287,
    "destruction, days meet": 0.132, "destruction, far apart": -0.057, "displacement with seizure": 0.721, "displacement with strike": -1.810,
    "displacement with violence": -1.642, "displacement, a day apart": 1.032, "displacement, days apart": 1.168,
    "displacement, days meet": 0.354, "displacement, far apart": 1.077, "each has a place of its own": -0.926, "few words shared": -0.160,
    "kind alike in words": 0.828, "kind alike in words, a toll alone": -0.323, "kind alike in words, same group": -0.097,
    "many words shared": 0.718, "no word shared": -0.514, "none dated": 0.260, "none dated, days apart: 0": 0.625,
    "none dated, days apart: 1": -0.144, "none dated, days apart: 2": -0.222, "none dated, days apart: 3 to 5": -0.026,
    "none dated, days apart: 6 to 10": -0.149, "none dated, days apart: more": 0.175, "one dated": 0.078, "one dated, days apart: 0": 0.959,
    "one dated, days apart: 1": -0.235, "one dated, days apart: 2": -0.004, "one dated, days apart: 3 to 5": -0.426,
    "one dated, days apart: 6 to 10": -0.239, "one dated, days apart: more": 0.021, "one denies": -0.207, "one only background": -0.310,
    "one only planned": -0.212, "one points back": 0.230, "one recalls": 0.917, "one says again": -0.142, "one sums up": -0.953,
    "one without place": -0.130, "other area": -0.080, "other doer": 0.066, "other figure": -0.140, "other group": -1.044, "other hour": -2.576,
    "other place": -0.666, "other place, both firm": -0.169, "other site": -0.166, "other sufferer": 0.198, "place and day": 0.147,
    "place and figure": 0.096, "place and type": -0.391, "place in the other's words": 0.762, "place of like sound": 0.713,
    "place said outright by both": 0.497, "place within place": 0.355, "place, day and type": 0.188, "points far apart": -4.000,
    "rare words shared: 0": 0.032, "rare words shared: 1": 0.153, "rare words shared: 2": 0.060, "rare words shared: 3": 0.075,
    "rare words shared: 4": -0.308, "reports share a name": 0.162, "reports share a place": 0.025, "reports share no place": -0.278,
    "same area": -0.318, "same day": 2.278, "same doer": 0.046, "same figure": 1.080, "same figure of five or more": 2.792,
    "same figure of thirty or more": 2.110, "same group": -0.097, "same hour": 0.890, "same outlet": -0.606, "same place": 0.137,
    "same sentence": 1.056, "same site": 1.074, "same sufferer": 1.262, "same type": 1.254, "same voice": -0.784, "seizure with strike": -1.747,
    "seizure with violence": -0.193, "seizure, a day apart": 1.488, "seizure, days apart": 0.810, "seizure, days meet": 1.187,
    "seizure, far apart": 0.886, "sides swapped": 0.145, "some words shared": -0.033, "strike with violence": -0.466,
    "strike, a day apart": -1.154, "strike, days apart": -0.707, "strike, days meet": -0.356, "strike, far apart": 0.534,
    "told before the other's day": -0.670, "toll, a day apart": -0.309, "toll, days apart": 0.159, "toll, days meet": -0.236,
    "toll, far apart": -0.049, "two figures shared": 0.769, "two places shared": 0.119, "two places that nothing links": -4.000,
    "two tolls": -0.435, "violence, a day apart": -0.403, "violence, days apart": -1.055, "violence, days meet": -0.877,
    "violence, far apart": -0.470, "wide days": -0.308,
}
"""The same where a reader was not sure of one of the strands."""
