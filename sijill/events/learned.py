"""Numbers learned by training/join.py, never written by hand. From 615 claims of 70 happenings in 14 episodes, and 1097 claims marked report by report."""

from __future__ import annotations

from typing import Final

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

INSIDE: Final[dict[str, float]] = {
    "1 claims on": 0.505, "2 claims on": 0.107, "3 claims on": -0.062, "4 claims on or more": -0.551, "accord with battle": 0.329,
    "accord with context": 0.209, "accord with crowd": 0.263, "accord with destruction": -0.300, "accord with displacement": -1.103,
    "accord with seizure": -0.676, "accord with strike": -0.288, "accord with toll": -0.779, "accord with violence": -0.914,
    "battle with context": 0.131, "battle with crowd": -0.213, "battle with destruction": 1.178, "battle with displacement": -1.787,
    "battle with seizure": 1.307, "battle with strike": -0.609, "battle with toll": 1.409, "battle with violence": 0.899, "bias": -0.722,
    "context with crowd": 0.517, "context with destruction": -0.244, "context with displacement": -1.504, "context with seizure": 1.387,
    "context with strike": -0.365, "context with toll": 0.356, "context with violence": -0.140, "crowd with destruction": 0.458,
    "crowd with displacement": -0.012, "crowd with seizure": -0.544, "crowd with strike": -0.420, "crowd with toll": 0.778,
    "crowd with violence": -1.127, "days apart": -0.823, "days far apart": -1.386, "days overlap": -0.927,
    "destruction with displacement": -0.424, "destruction with seizure": -0.010, "destruction with strike": 0.469,
    "destruction with toll": 1.249, "destruction with violence": 1.028, "displacement with seizure": -0.677, "displacement with strike": -1.785,
    "displacement with toll": -1.332, "displacement with violence": -0.772, "earlier recalls": -0.446, "earlier says again": -0.863,
    "earlier says first": -0.374, "earlier without place": -0.381, "few words shared": -0.455, "first and second": -0.446, "last anchor": 0.328,
    "later begins with a pronoun": 0.125, "later denies": 0.312, "later leans on a nearer anchor": -0.869, "later leans on this": 0.021,
    "later points back": -0.442, "later recalls": -0.775, "later says again": -0.423, "later says little": 0.465,
    "later says little, next": 0.258, "later says second": -1.685, "later speaks of a toll": 0.024, "later unanchored": 1.098,
    "later unanchored, other type": 0.078, "later with common noun for place": -0.189, "later without doer": -0.484,
    "later without place": 0.510, "later without sufferer": 0.264, "leans on another type": -0.656, "many days in all": -0.359,
    "many places in all": 0.268, "many words shared": 0.507, "next clause": 0.031, "no word shared": -0.202, "one background": -1.587,
    "one clause": -0.151, "one counts dead": -0.155, "one denied": -0.348, "one place and day in all": 0.870, "one planned": -1.416,
    "one possible": -1.024, "one sums up": -1.575, "one voice named": 0.326, "only earlier counts": -0.150, "only earlier dated": 0.221,
    "only later counts": 0.162, "only later dated": -0.529, "other area": 0.322, "other doer": -0.451, "other figure for the dead": -0.702,
    "other group": -0.847, "other hour": -0.333, "other hour of one day": -1.021, "other place": -0.874, "other site": 0.230,
    "other sufferer": -0.542, "other voice": 0.502, "place within place": 1.088, "same area": 0.920, "same day": -0.290, "same doer": 0.538,
    "same figure": 0.435, "same group": -0.213, "same hour": 0.366, "same place": 0.928, "same place and type": -0.611,
    "same place, days apart": -1.045, "same site": 0.484, "same sufferer": 1.103, "same type": 1.059, "same voice": 0.556,
    "seizure with strike": -0.063, "seizure with toll": 0.546, "seizure with violence": 0.619, "sides swapped": 0.732,
    "some words shared": 0.149, "strike with toll": 0.937, "strike with violence": 0.089, "toll with violence": 1.083,
    "unanchored among many places": 0.017, "unanchored among many, other type": -0.138, "unanchored, one place in all": -0.613,
}
"""Log-odds weights of signs between claims of one report."""

ACROSS: Final[dict[str, float]] = {
    "a type shared": 1.119, "accord with battle": 0.392, "accord with context": -0.033, "accord with destruction": -0.011,
    "accord with displacement": -0.209, "accord with seizure": -0.119, "accord with strike": -0.354, "accord with toll": -0.065,
    "accord with violence": -0.030, "battle with context": -0.207, "battle with crowd": -0.178, "battle with destruction": 0.749,
    "battle with displacement": 0.031, "battle with seizure": -0.401, "battle with strike": -1.563, "battle with toll": -0.158,
    "battle with violence": 0.294, "bias": -1.578, "both dated": -0.644, "both points back": 0.031, "both recalls": -0.001,
    "both says again": -0.232, "both sums up": -0.050, "context with destruction": -0.013, "context with displacement": -0.071,
    "context with seizure": -0.025, "context with strike": 1.216, "context with toll": -0.005, "context with violence": 0.258,
    "crowd with destruction": -0.088, "crowd with displacement": -0.036, "crowd with seizure": -0.334, "crowd with strike": -0.397,
    "crowd with toll": -0.006, "crowd with violence": 0.852, "dated, days apart: 1": 0.684, "dated, days apart: 2": -0.855,
    "dated, days apart: 3 to 5": -1.628, "dated, days apart: 6 to 10": -0.866, "dated, days apart: more": -0.866,
    "day and figure, place apart or unsaid": 0.723, "day and type, place apart or unsaid": 1.115, "days overlap": 1.174, "dead differ": 0.150,
    "dead differ much": -0.496, "dead nearly alike": 0.354, "destruction with displacement": 0.693, "destruction with seizure": -0.018,
    "destruction with strike": -0.153, "destruction with toll": -0.004, "destruction with violence": 0.363, "displacement with seizure": -0.162,
    "displacement with strike": -0.969, "displacement with toll": -0.034, "displacement with violence": -0.132,
    "each has a place of its own": -0.577, "few words shared": 0.018, "many words shared": 0.095, "no word shared": -0.268, "none dated": 0.617,
    "none dated, days apart: 0": -0.106, "none dated, days apart: 1": -0.127, "none dated, days apart: 2": 0.347,
    "none dated, days apart: 3 to 5": 0.478, "none dated, days apart: 6 to 10": 0.243, "none dated, days apart: more": -0.218,
    "one dated": 0.026, "one dated, days apart: 0": 0.664, "one dated, days apart: 1": -0.813, "one dated, days apart: 2": -0.107,
    "one dated, days apart: 3 to 5": -0.108, "one dated, days apart: 6 to 10": 0.807, "one dated, days apart: more": -0.417,
    "one denies": 0.093, "one only background": -0.828, "one only planned": -0.591, "one points back": -0.086, "one recalls": -0.253,
    "one says again": -0.700, "one sums up": -1.880, "one without place": -0.371, "other area": -0.278, "other doer": 0.257,
    "other figure": 0.530, "other group": -1.609, "other hour": -2.241, "other place": -0.826, "other place, both firm": -0.801,
    "other site": -0.241, "other sufferer": -0.002, "place and day": 0.771, "place and figure": 0.370, "place and type": -0.337,
    "place of like sound": 0.707, "place said outright by both": -0.098, "place within place": 0.010, "place, day and type": 0.679,
    "rare words shared: 0": -0.522, "rare words shared: 1": -0.008, "rare words shared: 2": 0.207, "rare words shared: 3": 0.467,
    "rare words shared: 4": -0.145, "reports share a place": 0.195, "reports share no place": -0.283, "same area": 0.561, "same day": 1.712,
    "same doer": 0.270, "same figure": 0.848, "same figure of five or more": 1.180, "same figure of thirty or more": 0.671,
    "same group": -1.036, "same hour": 0.215, "same outlet": -0.294, "same place": 0.197, "same sentence": 0.148, "same site": 0.247,
    "same sufferer": 0.676, "same type": 1.525, "same voice": -0.022, "seizure with strike": -0.463, "seizure with toll": -0.023,
    "seizure with violence": -0.236, "sides swapped": -0.840, "some words shared": 0.154, "strike with toll": -0.342,
    "strike with violence": 0.448, "told before the other's day": -1.073, "toll with violence": -0.068, "two figures shared": 0.417,
    "two places shared": 0.240, "wide days": -0.546,
}
"""Log-odds weights of signs between strands of two reports."""
