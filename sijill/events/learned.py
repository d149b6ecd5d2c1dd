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
    "1 claims on": 0.381, "2 claims on": 0.026, "3 claims on": -0.132, "4 claims on or more": -0.275, "accord with battle": 0.153,
    "accord with context": 0.028, "accord with crowd": 0.307, "accord with destruction": -0.118, "accord with displacement": -0.637,
    "accord with seizure": -0.483, "accord with strike": -0.345, "accord with toll": -0.285, "accord with violence": -0.590,
    "bare toll after harm": -0.091, "battle with context": 0.059, "battle with crowd": -0.379, "battle with destruction": 1.280,
    "battle with displacement": -1.107, "battle with seizure": 0.950, "battle with strike": -0.816, "battle with toll": 0.802,
    "battle with violence": 0.845, "bias": -0.359, "context with crowd": 0.174, "context with destruction": -0.228,
    "context with displacement": -0.886, "context with seizure": 1.165, "context with strike": -0.143, "context with toll": 0.203,
    "context with violence": -0.335, "crowd with destruction": 0.121, "crowd with displacement": -0.002, "crowd with seizure": -0.381,
    "crowd with strike": -0.156, "crowd with toll": 0.265, "crowd with violence": -0.814, "days apart": -1.089, "days far apart": -1.134,
    "days overlap": -0.633, "destruction with displacement": -0.113, "destruction with seizure": 0.099, "destruction with strike": 0.233,
    "destruction with toll": 0.640, "destruction with violence": 0.841, "displacement with seizure": -0.418, "displacement with strike": -1.090,
    "displacement with toll": -0.493, "displacement with violence": -0.377, "earlier recalls": -0.246, "earlier says again": -0.587,
    "earlier says first": -0.344, "earlier without place": -0.237, "far on in the text": -0.500, "few words shared": -0.393,
    "first and second": -0.315, "headline or lead told again": 0.524, "last anchor": 0.289, "later begins with a pronoun": 0.178,
    "later denies": -0.032, "later leans on a nearer anchor": -0.509, "later leans on this": 0.206, "later points back": -0.501,
    "later recalls": -0.320, "later says again": -0.462, "later says little": 0.722, "later says little, next": 0.385,
    "later says second": -1.179, "later speaks of a toll": 0.007, "later unanchored": 0.664, "later unanchored, long report": -0.113,
    "later unanchored, other type": -0.095, "later with common noun for place": -0.265, "later without doer": -0.799,
    "later without place": 0.446, "later without sufferer": 0.173, "leans on another type": -0.671, "long report": 0.107,
    "many days in all": -0.419, "many places in all": 0.021, "many words shared": 0.194, "moves elsewhere": 0.092,
    "moves to or from there": 0.573, "next claim, long report": 0.115, "next clause": -0.040, "no word shared": -0.052,
    "one background": -1.109, "one clause": 0.008, "one counts dead": -0.345, "one denied": 0.061, "one place and day in all": 0.744,
    "one planned": -1.165, "one possible": -0.689, "one sums up": -1.526, "one voice named": 0.264, "only earlier counts": -0.259,
    "only earlier dated": 0.222, "only later counts": 0.174, "only later dated": -0.468, "other area": 0.215, "other doer": -0.377,
    "other figure for the dead": -0.820, "other group": -0.640, "other group, long report": -0.206, "other hour": -0.326,
    "other hour of one day": -0.707, "other place": -0.652, "other site": -0.008, "other sufferer": -0.501, "other voice": 0.552,
    "place within place": 0.360, "same area": 0.330, "same day": -0.226, "same doer": 0.442, "same figure": 0.281, "same group": -0.323,
    "same group, long report": 0.306, "same hour": 0.218, "same place": 0.519, "same place and type": -0.325, "same place, days apart": -0.670,
    "same site": 0.523, "same sufferer": 1.031, "same type": 0.963, "same type, long report": 0.007, "same voice": 0.516,
    "seizure with strike": -0.184, "seizure with toll": 0.263, "seizure with violence": 0.457, "sides swapped": 0.407,
    "some words shared": 0.251, "strike with toll": 0.410, "strike with violence": -0.088, "toll after harm": 0.508,
    "toll after no harm": -0.099, "toll with violence": 0.534, "unanchored among many places": 0.192,
    "unanchored among many, other type": 0.026, "unanchored, one place in all": -0.376, "very far on in the text": -0.558,
}
"""Log-odds weights of signs between claims of one report."""

ACROSS: Final[dict[str, float]] = {
    "a type shared": 0.775, "accord with battle": 0.375, "accord with context": -0.044, "accord with destruction": -0.042,
    "accord with displacement": -0.199, "accord with seizure": -0.115, "accord with strike": -0.324, "accord with toll": -0.031,
    "accord with violence": -0.028, "accord, a day apart": -0.022, "accord, days apart": -0.020, "accord, days meet": 0.523,
    "accord, far apart": 0.392, "battle with context": -0.182, "battle with crowd": -0.112, "battle with destruction": 1.016,
    "battle with displacement": -0.175, "battle with seizure": 0.297, "battle with strike": -1.066, "battle with toll": -0.111,
    "battle with violence": 0.066, "battle, a day apart": 0.646, "battle, days apart": -0.752, "battle, days meet": 0.642,
    "battle, doers swapped": -0.233, "battle, far apart": -0.424, "battle, other doer": -0.473, "battle, same doer": 0.002, "bias": -2.200,
    "both dated": -0.574, "both points back": 0.311, "both says again": 0.113, "both sums up": -0.002, "context with destruction": -0.014,
    "context with displacement": -0.086, "context with seizure": -0.016, "context with strike": 0.682, "context with toll": -0.005,
    "context with violence": 0.137, "context, days apart": -0.013, "context, days meet": -0.008, "context, far apart": -0.012,
    "crowd with destruction": -0.041, "crowd with displacement": -0.028, "crowd with seizure": -0.189, "crowd with strike": -0.267,
    "crowd with toll": -0.004, "crowd with violence": -0.169, "crowd, a day apart": -0.239, "crowd, days apart": 0.919,
    "crowd, days meet": 0.914, "crowd, far apart": -0.229, "dated, days apart: 1": 0.461, "dated, days apart: 2": -0.663,
    "dated, days apart: 3 to 5": -1.331, "dated, days apart: 6 to 10": -0.795, "dated, days apart: more": -0.748,
    "day and figure, place apart or unsaid": 0.886, "day and type, place apart or unsaid": 0.886, "days overlap": 0.779, "dead differ": 0.306,
    "dead differ much": -0.577, "dead nearly alike": 0.568, "destruction with displacement": 0.358, "destruction with seizure": 0.431,
    "destruction with strike": -0.171, "destruction with toll": -0.004, "destruction with violence": 0.141, "destruction, a day apart": -0.118,
    "destruction, days apart": 0.158, "destruction, days meet": 0.112, "destruction, far apart": -0.095, "displacement with seizure": -0.079,
    "displacement with strike": -0.842, "displacement with toll": -0.034, "displacement with violence": -0.106,
    "displacement, a day apart": -0.058, "displacement, days apart": 0.409, "displacement, days meet": -0.063, "displacement, far apart": 0.417,
    "each has a place of its own": -0.243, "few words shared": -0.106, "many words shared": 0.307, "no word shared": -0.455,
    "none dated": 0.638, "none dated, days apart: 0": -0.063, "none dated, days apart: 1": 0.046, "none dated, days apart: 2": 0.380,
    "none dated, days apart: 3 to 5": 0.379, "none dated, days apart: 6 to 10": 0.048, "none dated, days apart: more": -0.152,
    "one dated": -0.065, "one dated, days apart: 0": 0.655, "one dated, days apart: 1": -0.676, "one dated, days apart: 2": -0.060,
    "one dated, days apart: 3 to 5": 0.141, "one dated, days apart: 6 to 10": 0.421, "one dated, days apart: more": -0.545, "one denies": 0.056,
    "one only background": -0.793, "one only planned": -0.518, "one points back": 0.094, "one recalls": -0.236, "one says again": -0.456,
    "one sums up": -1.649, "one without place": -0.150, "other area": -0.147, "other doer": 0.402, "other figure": 0.336, "other group": -1.416,
    "other hour": -1.555, "other place": -0.601, "other place, both firm": -0.912, "other site": -0.169, "other sufferer": 0.069,
    "place and day": 0.954, "place and figure": 0.549, "place and type": -0.235, "place of like sound": 0.454,
    "place said outright by both": -0.167, "place within place": 0.133, "place, day and type": 0.548, "points far apart": -4.000,
    "rare words shared: 0": -0.261, "rare words shared: 1": -0.039, "rare words shared: 2": 0.121, "rare words shared: 3": 0.253,
    "rare words shared: 4": -0.074, "reports share a place": 0.946, "reports share no place": -0.625, "same area": 0.497, "same day": 1.722,
    "same doer": 0.282, "same figure": 1.056, "same figure of five or more": 1.084, "same figure of thirty or more": 0.353,
    "same group": -0.705, "same hour": 0.526, "same outlet": -0.496, "same place": -0.186, "same sentence": 0.047, "same site": 0.844,
    "same sufferer": 0.798, "same type": 1.346, "same voice": 0.057, "seizure with strike": -0.314, "seizure with toll": -0.019,
    "seizure with violence": -0.148, "seizure, a day apart": 0.852, "seizure, days apart": 0.024, "seizure, days meet": 0.315,
    "seizure, far apart": -0.177, "sides swapped": -0.259, "some words shared": 0.253, "strike with toll": -0.266,
    "strike with violence": 0.357, "strike, a day apart": -0.919, "strike, days apart": -0.621, "strike, days meet": -0.940,
    "strike, far apart": -0.025, "told before the other's day": -0.911, "toll with violence": -0.043, "two figures shared": 0.356,
    "two places shared": 0.229, "two places that nothing links": -4.000, "violence, a day apart": -0.543, "violence, days apart": -0.368,
    "violence, days meet": -0.057, "violence, far apart": -0.370, "wide days": -0.623,
}
"""Log-odds weights of signs between strands of two reports."""
