"""Numbers learned by training/join.py, never written by hand. From 905 claims of 120 happenings in 26 episodes, and 1097 claims marked report by report."""

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
    "1 claims on": 0.450, "2 claims on": -0.001, "3 claims on": -0.137, "4 claims on or more": -0.312, "accord with battle": 0.136,
    "accord with context": 0.027, "accord with crowd": 0.317, "accord with destruction": -0.112, "accord with displacement": -0.579,
    "accord with seizure": -0.549, "accord with strike": -0.341, "accord with toll": -0.271, "accord with violence": -0.563,
    "bare toll after harm": -0.177, "battle with context": -0.308, "battle with crowd": -0.476, "battle with destruction": 1.381,
    "battle with displacement": -1.138, "battle with seizure": 0.753, "battle with strike": -0.923, "battle with toll": 0.847,
    "battle with violence": 0.873, "bias": -0.494, "both background": -0.098, "context with crowd": 0.180, "context with destruction": -0.272,
    "context with displacement": -0.929, "context with seizure": 1.452, "context with strike": 0.205, "context with toll": 0.219,
    "context with violence": -0.368, "crowd with destruction": 0.125, "crowd with displacement": -0.002, "crowd with seizure": -0.380,
    "crowd with strike": -0.156, "crowd with toll": 0.282, "crowd with violence": -0.960, "days apart": -1.067, "days far apart": -0.692,
    "days overlap": -0.535, "destruction with displacement": -0.181, "destruction with seizure": 0.248, "destruction with strike": -0.002,
    "destruction with toll": 0.663, "destruction with violence": 1.019, "displacement with seizure": -0.413, "displacement with strike": -1.383,
    "displacement with toll": -0.491, "displacement with violence": -0.500, "earlier recalls": -0.216, "earlier says again": -0.611,
    "earlier says first": -0.278, "earlier without place": -0.432, "far on in the text": -0.494, "few words shared": -0.560,
    "first and second": -0.274, "headline or lead told again": 0.566, "last anchor": 0.301, "later begins with a pronoun": 0.230,
    "later denies": 0.015, "later leans on a nearer anchor": -0.437, "later leans on this": 0.336, "later points back": -0.463,
    "later recalls": -0.295, "later says again": -0.605, "later says little": 0.719, "later says little, next": 0.223,
    "later says second": -1.095, "later speaks of a toll": -0.023, "later unanchored": 0.503, "later unanchored, long report": -0.214,
    "later unanchored, other type": 0.187, "later with common noun for place": -0.247, "later without doer": -0.759,
    "later without place": 0.554, "later without sufferer": 0.075, "leans on another type": -0.797, "long report": 0.196,
    "many days in all": -0.450, "many places in all": 0.136, "many words shared": 0.190, "moves elsewhere": 0.040,
    "moves to or from there": 0.538, "next claim, long report": 0.099, "next clause": -0.043, "no word shared": 0.006, "one background": -1.031,
    "one clause": -0.110, "one counts dead": -0.351, "one denied": -0.032, "one place and day in all": 0.687, "one planned": -1.103,
    "one possible": -0.578, "one sums up": -1.394, "one voice named": 0.223, "only earlier counts": -0.292, "only earlier dated": 0.270,
    "only later counts": 0.100, "only later dated": -0.448, "other area": 0.008, "other doer": -0.248, "other figure for the dead": -0.963,
    "other group": -0.676, "other group, long report": -0.149, "other hour": -0.337, "other hour of one day": -0.724, "other place": -0.740,
    "other site": -0.072, "other sufferer": -0.411, "other voice": 0.699, "place within place": 0.370, "same area": 0.334, "same day": -0.361,
    "same doer": 0.491, "same figure": 0.253, "same group": -0.244, "same group, long report": 0.282, "same hour": 0.349, "same place": 0.514,
    "same place and type": -0.343, "same place, days apart": -0.839, "same site": 0.579, "same sufferer": 0.974, "same type": 0.919,
    "same type, long report": 0.064, "same voice": 0.595, "seizure with strike": -0.186, "seizure with toll": 0.271,
    "seizure with violence": 0.823, "sides swapped": 0.272, "some words shared": 0.363, "strike with toll": 0.413,
    "strike with violence": -0.028, "toll after harm": 0.460, "toll after no harm": -0.068, "toll with violence": 0.602,
    "unanchored among many places": 0.215, "unanchored among many, other type": -0.155, "unanchored, one place in all": -0.503,
    "very far on in the text": -0.572,
}
"""Log-odds weights of signs between claims of one report."""

ACROSS: Final[dict[str, float]] = {
    "a type shared": 0.895, "accord with battle": 0.598, "accord with context": -0.100, "accord with crowd": 1.537,
    "accord with destruction": -0.093, "accord with displacement": -0.354, "accord with seizure": -0.239, "accord with strike": -0.634,
    "accord with toll": -0.049, "accord with violence": -0.121, "accord, a day apart": 0.244, "accord, days apart": 0.333,
    "accord, days meet": 0.400, "accord, far apart": 0.245, "battle with context": -0.202, "battle with crowd": -0.262,
    "battle with destruction": 0.675, "battle with displacement": -0.560, "battle with seizure": 0.509, "battle with strike": -1.277,
    "battle with toll": -0.268, "battle with violence": -0.260, "battle, a day apart": 0.120, "battle, days apart": -0.780,
    "battle, days meet": 0.681, "battle, doers swapped": -0.232, "battle, far apart": -0.406, "battle, other doer": -0.247,
    "battle, same doer": 0.001, "bias": -1.758, "both dated": -0.688, "both points back": 0.526, "both recalls": -0.001,
    "both says again": 0.069, "both sums up": 0.064, "context with crowd": -0.012, "context with destruction": -0.008,
    "context with displacement": -0.165, "context with seizure": 1.433, "context with strike": 0.429, "context with toll": -0.020,
    "context with violence": 1.764, "context, a day apart": -0.005, "context, days apart": -0.022, "context, days meet": -0.041,
    "context, far apart": -0.082, "crowd with destruction": -0.096, "crowd with displacement": -0.043, "crowd with seizure": -0.427,
    "crowd with strike": -0.484, "crowd with toll": -0.019, "crowd with violence": 0.111, "crowd, a day apart": -0.235,
    "crowd, days apart": 1.193, "crowd, days meet": 0.826, "crowd, far apart": -0.073, "dated, days apart: 1": 0.287,
    "dated, days apart: 2": -0.937, "dated, days apart: 3 to 5": -1.082, "dated, days apart: 6 to 10": -0.764,
    "dated, days apart: more": -0.758, "day and figure, place apart or unsaid": 0.794, "day and type, place apart or unsaid": 0.326,
    "days overlap": 0.828, "dead differ": 0.126, "dead differ much": -0.784, "dead nearly alike": 0.688, "destruction with displacement": 0.277,
    "destruction with seizure": 0.608, "destruction with strike": -0.320, "destruction with toll": -0.013, "destruction with violence": 0.071,
    "destruction, a day apart": -0.147, "destruction, days apart": 0.101, "destruction, days meet": 0.060, "destruction, far apart": -0.060,
    "displacement with seizure": -0.153, "displacement with strike": -1.361, "displacement with toll": -0.081,
    "displacement with violence": -0.389, "displacement, a day apart": 0.133, "displacement, days apart": 0.286,
    "displacement, days meet": 0.183, "displacement, far apart": 0.701, "each has a place of its own": -0.250, "few words shared": -0.233,
    "many words shared": 0.468, "no word shared": -0.458, "none dated": 0.619, "none dated, days apart: 0": 0.103,
    "none dated, days apart: 1": 0.049, "none dated, days apart: 2": 0.196, "none dated, days apart: 3 to 5": 0.395,
    "none dated, days apart: 6 to 10": 0.087, "none dated, days apart: more": -0.211, "one dated": 0.069, "one dated, days apart: 0": 0.519,
    "one dated, days apart: 1": -0.100, "one dated, days apart: 2": 0.051, "one dated, days apart: 3 to 5": 0.219,
    "one dated, days apart: 6 to 10": 0.274, "one dated, days apart: more": -0.895, "one denies": -0.024, "one only background": -0.904,
    "one only planned": -0.564, "one points back": 0.062, "one recalls": -0.309, "one says again": -0.760, "one sums up": -1.063,
    "one without place": 0.109, "other area": 0.083, "other doer": 0.424, "other figure": 0.256, "other group": -1.339, "other hour": -1.698,
    "other place": -0.573, "other place, both firm": -0.403, "other site": -0.265, "other sufferer": 0.035, "place and day": 0.843,
    "place and figure": 0.946, "place and type": -0.535, "place of like sound": 0.498, "place said outright by both": 0.038,
    "place within place": 0.096, "place, day and type": 0.762, "points far apart": -4.000, "rare words shared: 0": -0.182,
    "rare words shared: 1": -0.112, "rare words shared: 2": 0.360, "rare words shared: 3": 0.030, "rare words shared: 4": -0.096,
    "reports share a place": 0.740, "reports share no place": -0.440, "same area": -0.087, "same day": 1.739, "same doer": 0.327,
    "same figure": 0.937, "same figure of five or more": 1.433, "same figure of thirty or more": 0.415, "same group": -0.969,
    "same hour": 0.551, "same outlet": -0.292, "same place": -0.126, "same sentence": 0.056, "same site": 0.826, "same sufferer": 0.757,
    "same type": 1.413, "same voice": 0.043, "seizure with strike": -0.531, "seizure with toll": -0.040, "seizure with violence": -0.114,
    "seizure, a day apart": 0.767, "seizure, days apart": -0.004, "seizure, days meet": 0.313, "seizure, far apart": -0.151,
    "sides swapped": -0.354, "some words shared": 0.223, "strike with toll": -0.499, "strike with violence": -0.049,
    "strike, a day apart": -1.044, "strike, days apart": -0.987, "strike, days meet": -0.882, "strike, far apart": -0.188,
    "told before the other's day": -1.144, "toll with violence": -0.107, "two figures shared": 0.333, "two places shared": 0.343,
    "two places that nothing links": -4.000, "violence, a day apart": -0.382, "violence, days apart": -0.604, "violence, days meet": -0.157,
    "violence, far apart": -0.301, "wide days": -0.384,
}
"""Log-odds weights of signs between strands of two reports."""
