"""Numbers learned by training/join.py, never written by hand. From 2338 claims of 390 happenings in 65 episodes, 1823 claims that the reader found in
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
    "1 claims on": 0.219, "2 claims on": 0.053, "3 claims on": -0.025, "4 claims on or more": -0.249, "accord with battle": 0.047,
    "accord with context": 0.100, "accord with crowd": 0.707, "accord with destruction": 0.623, "accord with displacement": -1.258,
    "accord with seizure": -0.531, "accord with strike": -0.614, "accord with toll": -0.241, "accord with violence": -0.476,
    "bare toll after harm": -0.044, "battle with context": 0.333, "battle with crowd": -0.876, "battle with destruction": 1.386,
    "battle with displacement": -1.517, "battle with seizure": 0.904, "battle with strike": -1.005, "battle with toll": 1.138,
    "battle with violence": 0.169, "bias": -1.306, "both background": -0.177, "context with crowd": 0.346, "context with destruction": 0.322,
    "context with displacement": -0.606, "context with seizure": 1.545, "context with strike": 0.168, "context with toll": 0.640,
    "context with violence": -0.826, "crowd with destruction": 0.219, "crowd with displacement": 0.151, "crowd with seizure": 0.427,
    "crowd with strike": -0.402, "crowd with toll": 0.258, "crowd with violence": -0.446, "days apart": -0.824, "days far apart": -1.266,
    "days overlap": -0.464, "destruction with displacement": -0.340, "destruction with seizure": 0.750, "destruction with strike": -0.722,
    "destruction with toll": 0.637, "destruction with violence": 1.105, "displacement with seizure": -0.391, "displacement with strike": -1.516,
    "displacement with toll": -0.871, "displacement with violence": -1.042, "earlier recalls": -0.178, "earlier says again": -0.313,
    "earlier says first": -0.676, "earlier without place": -0.336, "far on in the text": -0.222, "few words shared": -0.562,
    "first and second": -0.204, "headline or lead told again": 0.551, "last anchor": 0.296, "later begins with a pronoun": 0.485,
    "later denies": -0.297, "later leans on a nearer anchor": -0.529, "later leans on this": 0.100, "later points back": -0.489,
    "later recalls": -0.378, "later says again": -1.065, "later says little": 0.811, "later says little, next": 0.185,
    "later says second": -1.586, "later speaks of a toll": 0.238, "later unanchored": 0.824, "later unanchored, long report": -0.234,
    "later unanchored, other type": 0.046, "later with common noun for place": -0.360, "later without doer": -0.625,
    "later without place": 0.459, "later without sufferer": -0.137, "leans on another type": -0.632, "long report": 0.441,
    "many days in all": -0.758, "many places in all": 0.196, "many words shared": 0.108, "moves elsewhere": 0.346,
    "moves to or from there": 0.811, "next claim, long report": 0.260, "next clause": 0.387, "no word shared": 0.252, "one background": -1.155,
    "one clause": 0.077, "one counts dead": -0.395, "one denied": 0.189, "one place and day in all": 0.784, "one planned": -1.114,
    "one possible": -0.244, "one sums up": -1.432, "one voice named": 0.127, "only earlier counts": -0.079, "only earlier dated": 0.241,
    "only later counts": 0.246, "only later dated": -0.361, "other area": -0.283, "other doer": 0.096, "other figure for the dead": -1.403,
    "other group": -0.989, "other group, long report": 0.176, "other hour": -0.061, "other hour of one day": -0.948, "other place": -0.942,
    "other site": -0.152, "other sufferer": -0.302, "other voice": 0.787, "place within place": 0.283, "same area": 0.013, "same day": -0.310,
    "same doer": 0.927, "same figure": -0.630, "same figure of five or more": 0.829, "same group": -0.048, "same group, long report": 0.146,
    "same hour": 0.330, "same place": 0.507, "same place and type": -0.387, "same place, days apart": -0.673, "same site": 0.620,
    "same sufferer": 1.160, "same type": 1.036, "same type, long report": 0.119, "same voice": 0.931, "seizure with strike": -0.503,
    "seizure with toll": 0.328, "seizure with violence": 0.264, "sides swapped": 0.271, "some words shared": 0.202, "strike with toll": 0.350,
    "strike with violence": -0.691, "toll after harm": 0.310, "toll after no harm": -0.072, "toll with violence": 0.966,
    "unanchored among many places": -0.013, "unanchored among many, other type": -0.038, "unanchored, one place in all": -0.608,
    "very far on in the text": -0.384,
}
"""Log-odds weights of signs between claims of one report."""

INSIDE_DOUBT: Final[dict[str, float]] = {
    "1 claims on": 0.282, "2 claims on": 0.327, "3 claims on": -0.149, "4 claims on or more": -0.485, "accord with battle": 0.401,
    "accord with context": 0.734, "accord with crowd": 0.953, "accord with destruction": 1.136, "accord with displacement": -1.660,
    "accord with seizure": -0.706, "accord with strike": -0.860, "accord with toll": -0.105, "accord with violence": -0.451,
    "bare toll after harm": 0.066, "battle with context": 0.590, "battle with crowd": -1.277, "battle with destruction": 1.411,
    "battle with displacement": -1.701, "battle with seizure": 0.949, "battle with strike": -0.806, "battle with toll": 0.931,
    "battle with violence": 0.757, "bias": -1.659, "both background": -0.255, "context with crowd": 0.167, "context with destruction": 0.365,
    "context with displacement": -0.414, "context with seizure": 1.868, "context with strike": -0.734, "context with toll": 0.763,
    "context with violence": -1.314, "crowd with destruction": 0.679, "crowd with displacement": 0.305, "crowd with seizure": -0.099,
    "crowd with strike": -0.678, "crowd with toll": 0.313, "crowd with violence": -0.195, "days apart": -0.900, "days far apart": -1.546,
    "days overlap": -1.022, "destruction with displacement": -0.292, "destruction with seizure": 0.848, "destruction with strike": -0.420,
    "destruction with toll": 0.764, "destruction with violence": 1.131, "displacement with seizure": -0.391, "displacement with strike": -1.648,
    "displacement with toll": -1.247, "displacement with violence": -1.874, "earlier recalls": -0.178, "earlier says again": 0.018,
    "earlier says first": -0.724, "earlier without place": -0.599, "far on in the text": -0.222, "few words shared": -0.690,
    "first and second": -0.151, "headline or lead told again": 0.551, "last anchor": 0.520, "later begins with a pronoun": 0.826,
    "later denies": -0.262, "later leans on a nearer anchor": 0.089, "later leans on this": -0.123, "later points back": -0.522,
    "later recalls": -0.544, "later says again": -1.513, "later says little": 0.133, "later says little, next": 0.397,
    "later says second": -1.155, "later speaks of a toll": -0.018, "later unanchored": 0.575, "later unanchored, long report": -0.234,
    "later unanchored, other type": 0.266, "later with common noun for place": -0.247, "later without doer": 0.233,
    "later without place": 0.756, "later without sufferer": -0.150, "leans on another type": -0.555, "long report": 0.441,
    "many days in all": -0.172, "many places in all": -0.745, "many words shared": 1.562, "moves elsewhere": 0.171,
    "moves to or from there": 1.267, "next claim, long report": 0.260, "next clause": 0.675, "no word shared": -0.073, "one background": -2.056,
    "one clause": 0.979, "one counts dead": -0.606, "one denied": 0.273, "one place and day in all": 0.674, "one planned": -1.306,
    "one possible": 0.141, "one sums up": -1.916, "one voice named": -0.349, "only earlier counts": -0.573, "only earlier dated": 0.383,
    "only later counts": 0.332, "only later dated": -0.551, "other area": -0.368, "other doer": 0.183, "other figure for the dead": -1.583,
    "other group": -0.751, "other group, long report": 0.176, "other hour": -0.275, "other hour of one day": -1.162, "other place": -0.619,
    "other site": 0.020, "other sufferer": -0.183, "other voice": 0.552, "place within place": 0.283, "same area": -0.580, "same day": -0.035,
    "same doer": 0.843, "same figure": -0.230, "same figure of five or more": 1.256, "same group": 0.035, "same group, long report": 0.146,
    "same hour": 0.059, "same place": 0.275, "same place and type": -0.496, "same place, days apart": -0.669, "same site": 0.342,
    "same sufferer": 1.173, "same type": 0.692, "same type, long report": 0.119, "same voice": 0.120, "seizure with strike": -0.664,
    "seizure with toll": 0.253, "seizure with violence": 0.401, "sides swapped": 0.862, "some words shared": -0.823, "strike with toll": 0.548,
    "strike with violence": -0.941, "toll after harm": 0.046, "toll after no harm": -0.059, "toll with violence": 1.457,
    "unanchored among many places": -0.960, "unanchored among many, other type": -0.294, "unanchored, one place in all": -0.554,
    "very far on in the text": -0.384,
}
"""The same where a reader was not sure of one of the claims."""

ACROSS: Final[dict[str, float]] = {
    "a toll alone": -1.517, "a type shared": 1.377, "accord with battle": -0.031, "accord with context": 0.433, "accord with crowd": 1.690,
    "accord with destruction": 0.343, "accord with displacement": -0.510, "accord with seizure": -0.099, "accord with strike": -1.142,
    "accord with violence": 0.127, "accord, a day apart": -0.245, "accord, days apart": -0.632, "accord, days meet": -0.376,
    "accord, far apart": 0.138, "battle with context": 0.254, "battle with crowd": 0.359, "battle with destruction": 0.046,
    "battle with displacement": -1.439, "battle with seizure": 1.080, "battle with strike": -1.452, "battle with violence": 0.307,
    "battle, a day apart": -0.011, "battle, days apart": -0.567, "battle, days meet": 0.677, "battle, doers swapped": -0.133,
    "battle, far apart": -0.282, "battle, other doer": -0.164, "battle, same doer": -0.040, "bias": -3.122, "both dated": -0.824,
    "both points back": 0.204, "both says again": -0.071, "both sums up": 0.073, "context with crowd": -0.516,
    "context with destruction": -0.107, "context with displacement": -0.142, "context with seizure": 2.029, "context with strike": 0.292,
    "context with violence": 0.873, "context, a day apart": 0.438, "context, days apart": -0.126, "context, days meet": -0.499,
    "context, far apart": -0.346, "crowd with destruction": -0.144, "crowd with displacement": 0.341, "crowd with seizure": 0.096,
    "crowd with strike": -0.427, "crowd with violence": 0.583, "crowd, a day apart": -0.284, "crowd, days apart": 0.950,
    "crowd, days meet": 0.449, "crowd, far apart": 0.078, "dated, days apart: 1": 0.152, "dated, days apart: 2": -1.281,
    "dated, days apart: 3 to 5": -1.438, "dated, days apart: 6 to 10": -1.189, "dated, days apart: more": -0.972,
    "day and figure, place apart or unsaid": 0.404, "day and type, place apart or unsaid": -0.316, "days overlap": 1.416, "dead differ": -0.321,
    "dead differ much": -1.008, "dead nearly alike": 0.454, "destruction with displacement": -0.618, "destruction with seizure": 1.311,
    "destruction with strike": -0.407, "destruction with violence": 0.846, "destruction, a day apart": -0.426,
    "destruction, days apart": -0.226, "destruction, days meet": -0.702, "destruction, far apart": -0.054, "displacement with seizure": -0.142,
    "displacement with strike": -2.073, "displacement with violence": -1.510, "displacement, a day apart": 0.711,
    "displacement, days apart": 1.018, "displacement, days meet": -0.222, "displacement, far apart": 1.453,
    "each has a place of its own": -0.641, "few words shared": -0.128, "kind alike in words": 0.644,
    "kind alike in words, a toll alone": -0.388, "kind alike in words, same group": -0.434, "many words shared": 0.440,
    "no word shared": -0.491, "none dated": 0.618, "none dated, days apart: 0": 0.262, "none dated, days apart: 1": 0.218,
    "none dated, days apart: 2": 0.252, "none dated, days apart: 3 to 5": 0.062, "none dated, days apart: 6 to 10": -0.096,
    "none dated, days apart: more": -0.081, "one dated": 0.203, "one dated, days apart: 0": 0.744, "one dated, days apart: 1": 0.067,
    "one dated, days apart: 2": -0.357, "one dated, days apart: 3 to 5": 0.028, "one dated, days apart: 6 to 10": -0.146,
    "one dated, days apart: more": -0.133, "one denies": -0.116, "one only background": -0.643, "one only planned": 0.261,
    "one points back": 0.062, "one recalls": 0.371, "one says again": -0.487, "one sums up": -0.718, "one without place": 0.285,
    "other area": 0.049, "other doer": 0.163, "other figure": -0.616, "other group": -0.913, "other hour": -2.258, "other place": -0.535,
    "other place, both firm": -0.421, "other site": -0.212, "other sufferer": -0.146, "place and day": 0.479, "place and figure": 0.370,
    "place and type": -0.445, "place in the other's words": 0.742, "place of like sound": 0.683, "place said outright by both": 0.323,
    "place within place": 0.057, "place, day and type": 0.697, "points far apart": -4.000, "rare words shared: 0": -0.074,
    "rare words shared: 1": 0.186, "rare words shared: 2": 0.274, "rare words shared: 3": -0.237, "rare words shared: 4": -0.151,
    "reports share a name": 0.763, "reports share a place": 0.762, "reports share no place": -0.316, "same area": -0.643, "same day": 2.489,
    "same doer": 0.190, "same figure": 1.208, "same figure of five or more": 2.578, "same figure of thirty or more": 1.982,
    "same group": -0.434, "same hour": 0.486, "same outlet": -0.503, "same place": 0.100, "same sentence": 0.844, "same site": 0.863,
    "same sufferer": 0.585, "same type": 2.132, "same voice": -0.328, "seizure with strike": -1.259, "seizure with violence": 0.788,
    "seizure, a day apart": 0.703, "seizure, days apart": 0.527, "seizure, days meet": -0.080, "seizure, far apart": 0.786,
    "sides swapped": -0.064, "some words shared": 0.177, "strike with violence": -0.691, "strike, a day apart": -0.464,
    "strike, days apart": -0.575, "strike, days meet": -0.323, "strike, far apart": -0.121, "told before the other's day": -1.111,
    "toll, a day apart": -0.056, "toll, days apart": -0.068, "toll, days meet": -0.634, "toll, far apart": 0.109, "two figures shared": 0.379,
    "two places shared": 0.003, "two places that nothing links": -4.000, "two tolls": -0.649, "violence, a day apart": -0.453,
    "violence, days apart": -0.163, "violence, days meet": -0.705, "violence, far apart": -0.621, "wide days": -0.276,
}
"""Log-odds weights of signs between strands of two reports."""

ACROSS_DOUBT: Final[dict[str, float]] = {
    "a toll alone": -0.474, "a type shared": 0.932, "accord with battle": 0.399, "accord with context": 0.290, "accord with crowd": 1.730,
    "accord with destruction": 0.250, "accord with displacement": 0.121, "accord with seizure": -0.497, "accord with strike": -1.154,
    "accord with violence": 0.685, "accord, a day apart": -0.148, "accord, days apart": -0.992, "accord, days meet": 0.094,
    "accord, far apart": 0.096, "battle with context": 0.137, "battle with crowd": 0.566, "battle with destruction": 0.003,
    "battle with displacement": -1.762, "battle with seizure": 0.770, "battle with strike": -0.917, "battle with violence": 0.387,
    "battle, a day apart": -0.297, "battle, days apart": 0.184, "battle, days meet": 0.250, "battle, doers swapped": -0.027,
    "battle, far apart": -0.095, "battle, other doer": 0.211, "battle, same doer": -0.463, "bias": -1.861, "both dated": -0.321,
    "both points back": 0.377, "both says again": -0.128, "both sums up": 0.115, "context with crowd": -0.835,
    "context with destruction": -0.355, "context with displacement": 0.347, "context with seizure": 1.917, "context with strike": -0.136,
    "context with violence": 0.739, "context, a day apart": 0.278, "context, days apart": -0.108, "context, days meet": -0.661,
    "context, far apart": -0.623, "crowd with destruction": 0.205, "crowd with displacement": 0.961, "crowd with seizure": -0.468,
    "crowd with strike": -0.032, "crowd with violence": 0.459, "crowd, a day apart": -0.363, "crowd, days apart": 0.986,
    "crowd, days meet": -0.182, "crowd, far apart": 0.020, "dated, days apart: 1": 0.231, "dated, days apart: 2": -1.229,
    "dated, days apart: 3 to 5": -1.232, "dated, days apart: 6 to 10": -0.583, "dated, days apart: more": -0.735,
    "day and figure, place apart or unsaid": 0.526, "day and type, place apart or unsaid": 0.025, "days overlap": 0.991, "dead differ": -0.211,
    "dead differ much": -0.618, "dead nearly alike": 0.873, "destruction with displacement": -0.807, "destruction with seizure": 0.924,
    "destruction with strike": 0.242, "destruction with violence": 1.064, "destruction, a day apart": -0.641, "destruction, days apart": -0.361,
    "destruction, days meet": -0.668, "destruction, far apart": 0.035, "displacement with seizure": -0.030, "displacement with strike": -2.693,
    "displacement with violence": -1.937, "displacement, a day apart": 0.768, "displacement, days apart": 1.155,
    "displacement, days meet": 0.382, "displacement, far apart": 1.915, "each has a place of its own": -0.789, "few words shared": -0.334,
    "kind alike in words": 1.017, "kind alike in words, a toll alone": -0.640, "kind alike in words, same group": -0.042,
    "many words shared": 0.760, "no word shared": -0.545, "none dated": 0.323, "none dated, days apart: 0": 0.494,
    "none dated, days apart: 1": -0.148, "none dated, days apart: 2": -0.149, "none dated, days apart: 3 to 5": -0.047,
    "none dated, days apart: 6 to 10": -0.063, "none dated, days apart: more": 0.235, "one dated": 0.006, "one dated, days apart: 0": 1.075,
    "one dated, days apart: 1": -0.147, "one dated, days apart: 2": -0.355, "one dated, days apart: 3 to 5": -0.460,
    "one dated, days apart: 6 to 10": 0.012, "one dated, days apart: more": -0.120, "one denies": -0.172, "one only background": -0.814,
    "one only planned": -0.551, "one points back": 0.220, "one recalls": 0.865, "one says again": -0.343, "one sums up": -0.664,
    "one without place": 0.063, "other area": -0.198, "other doer": 0.025, "other figure": -0.274, "other group": -1.178, "other hour": -2.609,
    "other place": -0.699, "other place, both firm": -0.106, "other site": -0.234, "other sufferer": 0.269, "place and day": -0.014,
    "place and figure": 0.113, "place and type": -0.450, "place in the other's words": 0.930, "place of like sound": 0.818,
    "place said outright by both": 0.590, "place within place": 0.096, "place, day and type": 0.430, "points far apart": -4.000,
    "rare words shared: 0": 0.281, "rare words shared: 1": 0.183, "rare words shared: 2": 0.105, "rare words shared: 3": 0.011,
    "rare words shared: 4": -0.570, "reports share a name": 0.078, "reports share a place": 0.016, "reports share no place": -0.247,
    "same area": -0.484, "same day": 2.236, "same doer": 0.340, "same figure": 0.918, "same figure of five or more": 2.719,
    "same figure of thirty or more": 2.598, "same group": -0.042, "same hour": 0.845, "same outlet": -0.653, "same place": 0.411,
    "same sentence": 1.213, "same site": 0.922, "same sufferer": 1.186, "same type": 1.319, "same voice": -0.442, "seizure with strike": -1.756,
    "seizure with violence": 0.139, "seizure, a day apart": 0.995, "seizure, days apart": 0.966, "seizure, days meet": 0.867,
    "seizure, far apart": 0.858, "sides swapped": -0.226, "some words shared": 0.128, "strike with violence": -0.134,
    "strike, a day apart": -0.924, "strike, days apart": -0.340, "strike, days meet": -0.581, "strike, far apart": 0.282,
    "told before the other's day": -0.688, "toll, a day apart": -0.090, "toll, days apart": -0.128, "toll, days meet": -0.583,
    "toll, far apart": 0.250, "two figures shared": 0.769, "two places shared": -0.323, "two places that nothing links": -4.000,
    "two tolls": -0.551, "violence, a day apart": -0.793, "violence, days apart": -0.247, "violence, days meet": -1.065,
    "violence, far apart": -0.431, "wide days": -0.520,
}
"""The same where a reader was not sure of one of the strands."""
