"""Numbers learned by training/join.py, never written by hand. From 2338 claims of 390 happenings in 65 episodes, 1949 claims that the reader found in
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
        "minsk negotiat negotiation offer propos rank recruit recruitment sign surrender talk truc understand violation "
    ),
    "battle": (
        "advanc alongsid ambush axis battl clash combat complex confrontation contingent deploy deployment detachment division down engagement fano "
        "fardc firefight foil fought gunfir intercept kidal kyrgyz liberat moving offensiv outpost overran overrun paratroop recaptur reinforcement "
        "repell resist retaken retook roll secur send sirt slipp terrorism troop waziristan withdraw withdrawal withdrawn withdrew "
    ),
    "crowd": (
        "cannon demonstration demonstrator dispers march peaceful protest ralli rally ston tear "
    ),
    "destruction": (
        "armoury cattl extort extortion huts loot pillag razed robb sett steal taxe theft torch "
    ),
    "displacement": (
        "cleans deport displac evacuation expell famili fled household individual internally sleep tawila uproot "
    ),
    "seizure": (
        "abduct abduction arrest detain detention disappear disappearanc kidnap kidnapp "
    ),
    "strike": (
        "accident aimed airstrik artillery aviation ballistic barrel blast blew blown bomb bombardment chemical chlorin clust detonat dron dropp "
        "explod explosion fpv garden grad hit hits hitt howitz improvis jet jets jihad landmin legs lobb location mined missil mortar munition pound "
        "residential roadsid rocket shell sorti stepp strik struck suicid unexplod vicinity warplan wedd "
    ),
    "violence": (
        "assassinat assassination balaka beat beaten behead codeco execut execution hack hang hood lynch machet massacr murd murder rape raped sexual "
        "slaughter stabb throat tortur "
    ),
}
"""Stems that tell a kind of happening; counted in gold clauses."""

KIND_OF: Final[dict[str, Group]] = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}

INSIDE: Final[dict[str, float]] = {
    "1 claims on": 0.225, "2 claims on": 0.071, "3 claims on": -0.025, "4 claims on or more": -0.272, "accord with battle": 0.057,
    "accord with context": 0.070, "accord with crowd": 0.734, "accord with destruction": 0.220, "accord with displacement": -1.245,
    "accord with seizure": -0.535, "accord with strike": -0.613, "accord with toll": -0.387, "accord with violence": -0.627,
    "bare toll after harm": -0.017, "battle with context": 0.487, "battle with crowd": -0.722, "battle with destruction": 1.380,
    "battle with displacement": -1.386, "battle with seizure": 0.947, "battle with strike": -1.009, "battle with toll": 1.104,
    "battle with violence": 0.187, "bias": -1.398, "both background": -0.200, "context with crowd": 0.332, "context with destruction": 0.249,
    "context with displacement": -0.613, "context with seizure": 1.541, "context with strike": 0.211, "context with toll": 0.385,
    "context with violence": -0.680, "crowd with destruction": 0.245, "crowd with displacement": -0.115, "crowd with seizure": 0.561,
    "crowd with strike": -0.309, "crowd with toll": 0.267, "crowd with violence": -0.429, "days apart": -0.848, "days far apart": -1.156,
    "days overlap": -0.307, "destruction with displacement": -0.326, "destruction with seizure": 0.782, "destruction with strike": -0.810,
    "destruction with toll": 0.491, "destruction with violence": 1.132, "displacement with seizure": -0.496, "displacement with strike": -1.326,
    "displacement with toll": -0.722, "displacement with violence": -0.948, "earlier recalls": -0.174, "earlier says again": -0.328,
    "earlier says first": -0.785, "earlier without place": -0.315, "far on in the text": -0.197, "few words shared": -0.472,
    "first and second": -0.292, "headline or lead told again": 0.574, "last anchor": 0.303, "later begins with a pronoun": 0.476,
    "later denies": -0.399, "later leans on a nearer anchor": -0.521, "later leans on this": 0.111, "later points back": -0.489,
    "later recalls": -0.320, "later says again": -1.070, "later says little": 0.889, "later says little, next": 0.198,
    "later says second": -1.621, "later speaks of a toll": 0.223, "later unanchored": 0.753, "later unanchored, long report": -0.246,
    "later unanchored, other type": 0.105, "later with common noun for place": -0.354, "later without doer": -0.724,
    "later without place": 0.456, "later without sufferer": -0.136, "leans on another type": -0.661, "long report": 0.452,
    "many days in all": -0.789, "many places in all": 0.202, "many words shared": -0.204, "moves elsewhere": 0.341,
    "moves to or from there": 0.682, "next claim, long report": 0.256, "next clause": 0.384, "no word shared": 0.343, "one background": -0.978,
    "one clause": 0.483, "one counts dead": -0.381, "one denied": 0.225, "one place and day in all": 0.772, "one planned": -1.085,
    "one possible": -0.234, "one sums up": -1.472, "one voice named": 0.133, "only earlier counts": -0.084, "only earlier dated": 0.250,
    "only later counts": 0.248, "only later dated": -0.321, "other area": -0.237, "other doer": 0.044, "other figure for the dead": -1.371,
    "other group": -1.025, "other group, long report": 0.161, "other hour": -0.153, "other hour of one day": -0.905, "other place": -0.898,
    "other site": -0.182, "other sufferer": -0.317, "other voice": 0.791, "place within place": 0.305, "same area": 0.138, "same day": -0.231,
    "same doer": 0.808, "same figure": -0.554, "same figure of five or more": 0.771, "same group": -0.064, "same group, long report": 0.148,
    "same hour": 0.502, "same place": 0.692, "same place and type": -0.655, "same place, days apart": -0.632, "same site": 0.694,
    "same sufferer": 1.117, "same type": 1.087, "same type, long report": 0.142, "same voice": 0.951, "seizure with strike": -0.304,
    "seizure with toll": 0.372, "seizure with violence": 0.270, "sides swapped": 0.244, "some words shared": 0.332, "strike with toll": 0.366,
    "strike with violence": -0.663, "toll after harm": 0.355, "toll after no harm": 0.109, "toll with violence": 0.851,
    "unanchored among many places": -0.052, "unanchored among many, other type": 0.066, "unanchored, one place in all": -0.590,
    "very far on in the text": -0.369,
}
"""Log-odds weights of signs between claims of one report."""

INSIDE_DOUBT: Final[dict[str, float]] = {
    "1 claims on": 0.470, "2 claims on": 0.559, "3 claims on": -0.368, "4 claims on or more": -0.700, "accord with battle": 0.311,
    "accord with context": 0.595, "accord with crowd": 1.076, "accord with destruction": 0.220, "accord with displacement": -1.647,
    "accord with seizure": -0.728, "accord with strike": -0.871, "accord with toll": -0.403, "accord with violence": -0.836,
    "bare toll after harm": 0.252, "battle with context": 1.467, "battle with crowd": -0.851, "battle with destruction": 1.258,
    "battle with displacement": -1.310, "battle with seizure": 1.089, "battle with strike": -1.110, "battle with toll": 0.832,
    "battle with violence": 0.622, "bias": -1.969, "both background": -0.302, "context with crowd": 0.139, "context with destruction": 0.148,
    "context with displacement": -0.453, "context with seizure": 1.782, "context with strike": -0.611, "context with toll": 0.059,
    "context with violence": -0.887, "crowd with destruction": 0.731, "crowd with displacement": -0.227, "crowd with seizure": 0.357,
    "crowd with strike": -0.490, "crowd with toll": 0.344, "crowd with violence": -0.183, "days apart": -1.103, "days far apart": -1.275,
    "days overlap": -0.332, "destruction with displacement": -0.301, "destruction with seizure": 0.901, "destruction with strike": -0.773,
    "destruction with toll": 0.433, "destruction with violence": 1.119, "displacement with seizure": -0.627, "displacement with strike": -1.097,
    "displacement with toll": -0.848, "displacement with violence": -1.635, "earlier recalls": -0.174, "earlier says again": -0.245,
    "earlier says first": -1.101, "earlier without place": -0.433, "far on in the text": -0.197, "few words shared": -0.417,
    "first and second": -0.382, "headline or lead told again": 0.574, "last anchor": 0.709, "later begins with a pronoun": 0.510,
    "later denies": -0.731, "later leans on a nearer anchor": 0.048, "later leans on this": -0.145, "later points back": -0.457,
    "later recalls": -0.418, "later says again": -1.534, "later says little": 0.632, "later says little, next": 0.648,
    "later says second": -1.341, "later speaks of a toll": -0.112, "later unanchored": 0.430, "later unanchored, long report": -0.246,
    "later unanchored, other type": 0.437, "later with common noun for place": -0.048, "later without doer": -0.555,
    "later without place": 0.558, "later without sufferer": 0.106, "leans on another type": -0.768, "long report": 0.452,
    "many days in all": -0.552, "many places in all": -0.661, "many words shared": 0.168, "moves elsewhere": 0.199,
    "moves to or from there": 0.953, "next claim, long report": 0.256, "next clause": 0.366, "no word shared": 0.226, "one background": -1.329,
    "one clause": 2.003, "one counts dead": -0.478, "one denied": 0.464, "one place and day in all": 0.666, "one planned": -1.168,
    "one possible": 0.210, "one sums up": -2.012, "one voice named": -0.221, "only earlier counts": -0.609, "only earlier dated": 0.181,
    "only later counts": 0.322, "only later dated": -0.268, "other area": -0.177, "other doer": 0.060, "other figure for the dead": -1.327,
    "other group": -0.794, "other group, long report": 0.161, "other hour": -0.512, "other hour of one day": -1.103, "other place": -0.340,
    "other site": -0.142, "other sufferer": -0.304, "other voice": 0.644, "place within place": 0.305, "same area": -0.312, "same day": 0.388,
    "same doer": 0.313, "same figure": -0.034, "same figure of five or more": 1.136, "same group": -0.148, "same group, long report": 0.148,
    "same hour": 0.614, "same place": 0.655, "same place and type": -1.446, "same place, days apart": -0.582, "same site": 0.707,
    "same sufferer": 1.006, "same type": 0.902, "same type, long report": 0.142, "same voice": 0.336, "seizure with strike": -0.097,
    "seizure with toll": 0.387, "seizure with violence": 0.398, "sides swapped": 0.715, "some words shared": -0.016, "strike with toll": 0.750,
    "strike with violence": -0.876, "toll after harm": 0.248, "toll after no harm": 0.379, "toll with violence": 1.053,
    "unanchored among many places": -0.821, "unanchored among many, other type": 0.326, "unanchored, one place in all": -0.462,
    "very far on in the text": -0.369,
}
"""The same where a reader was not sure of one of the claims."""

ACROSS: Final[dict[str, float]] = {
    "a toll alone": -1.532, "a type shared": 1.309, "accord with battle": -0.025, "accord with context": 0.561, "accord with crowd": 1.583,
    "accord with destruction": 0.283, "accord with displacement": -0.855, "accord with seizure": -0.005, "accord with strike": -1.153,
    "accord with violence": 0.024, "accord, a day apart": -0.272, "accord, days apart": -0.523, "accord, days meet": -0.286,
    "accord, far apart": 0.102, "battle with context": 0.306, "battle with crowd": 0.093, "battle with destruction": -0.061,
    "battle with displacement": -1.408, "battle with seizure": 1.054, "battle with strike": -1.531, "battle with violence": 0.261,
    "battle, a day apart": 0.087, "battle, days apart": -0.568, "battle, days meet": 0.777, "battle, doers swapped": -0.250,
    "battle, far apart": -0.255, "battle, other doer": -0.219, "battle, same doer": -0.065, "bias": -3.060, "both dated": -0.817,
    "both points back": 0.298, "both recalls": -0.008, "both says again": -0.039, "both sums up": 0.067, "context with crowd": -0.253,
    "context with destruction": 0.392, "context with displacement": -0.074, "context with seizure": 1.913, "context with strike": 0.308,
    "context with violence": 0.856, "context, a day apart": 0.469, "context, days apart": -0.250, "context, days meet": -0.476,
    "context, far apart": -0.306, "crowd with destruction": -0.128, "crowd with displacement": 0.149, "crowd with seizure": 0.318,
    "crowd with strike": -0.669, "crowd with violence": 0.413, "crowd, a day apart": -0.185, "crowd, days apart": 0.801,
    "crowd, days meet": 0.484, "crowd, far apart": -0.104, "dated, days apart: 1": 0.114, "dated, days apart: 2": -1.239,
    "dated, days apart: 3 to 5": -1.409, "dated, days apart: 6 to 10": -1.204, "dated, days apart: more": -0.985,
    "day and figure, place apart or unsaid": 0.223, "day and type, place apart or unsaid": -0.412, "days overlap": 1.401, "dead differ": -0.321,
    "dead differ much": -1.014, "dead nearly alike": 0.445, "destruction with displacement": -0.450, "destruction with seizure": 1.474,
    "destruction with strike": -0.471, "destruction with violence": 0.734, "destruction, a day apart": -0.423,
    "destruction, days apart": -0.077, "destruction, days meet": -0.641, "destruction, far apart": -0.155, "displacement with seizure": -0.148,
    "displacement with strike": -1.805, "displacement with violence": -1.530, "displacement, a day apart": 0.764,
    "displacement, days apart": 0.905, "displacement, days meet": -0.217, "displacement, far apart": 1.327,
    "each has a place of its own": -0.956, "few words shared": -0.113, "kind alike in words": 0.636, "kind alike in words, a toll alone": 0.324,
    "kind alike in words, same group": -0.489, "many words shared": 0.445, "no word shared": -0.500, "none dated": 0.614,
    "none dated, days apart: 0": 0.277, "none dated, days apart: 1": 0.161, "none dated, days apart: 2": 0.310,
    "none dated, days apart: 3 to 5": 0.071, "none dated, days apart: 6 to 10": -0.113, "none dated, days apart: more": -0.092,
    "one dated": 0.201, "one dated, days apart: 0": 0.765, "one dated, days apart: 1": 0.001, "one dated, days apart: 2": -0.330,
    "one dated, days apart: 3 to 5": 0.043, "one dated, days apart: 6 to 10": -0.152, "one dated, days apart: more": -0.126,
    "one denies": -0.136, "one only background": -0.653, "one only planned": 0.261, "one points back": 0.073, "one recalls": 0.473,
    "one says again": -0.482, "one sums up": -0.751, "one without place": 0.280, "other area": 0.054, "other doer": 0.181,
    "other figure": -0.575, "other group": -0.906, "other hour": -2.114, "other place": -0.503, "other place, both firm": -0.432,
    "other site": -0.232, "other sufferer": -0.247, "place and day": 0.466, "place and figure": 0.233, "place and type": -0.477,
    "place in the other's words": 0.750, "place of like sound": 0.666, "place said outright by both": 0.336, "place within place": -0.004,
    "place, day and type": 0.663, "points far apart": -4.000, "rare words shared: 0": -0.071, "rare words shared: 1": 0.198,
    "rare words shared: 2": 0.256, "rare words shared: 3": -0.339, "rare words shared: 4": -0.045, "reports share a name": 0.765,
    "reports share a place": 0.748, "reports share no place": -0.356, "same area": -0.574, "same day": 2.506, "same doer": 0.173,
    "same figure": 1.387, "same figure of five or more": 2.688, "same figure of thirty or more": 2.098, "same group": -0.489,
    "same hour": 0.496, "same outlet": -0.488, "same place": 0.079, "same sentence": 0.801, "same site": 0.882, "same sufferer": 0.581,
    "same type": 2.087, "same voice": -0.452, "seizure with strike": -1.093, "seizure with violence": 0.771, "seizure, a day apart": 0.684,
    "seizure, days apart": 0.421, "seizure, days meet": -0.035, "seizure, far apart": 0.547, "sides swapped": -0.103,
    "some words shared": 0.166, "strike with violence": -0.738, "strike, a day apart": -0.388, "strike, days apart": -0.625,
    "strike, days meet": -0.254, "strike, far apart": -0.108, "told before the other's day": -1.093, "toll, a day apart": -0.073,
    "toll, days apart": 0.319, "toll, days meet": -0.550, "toll, far apart": -0.167, "two figures shared": 0.310, "two places shared": 0.112,
    "two places that nothing links": -4.000, "two tolls": -0.470, "violence, a day apart": -0.416, "violence, days apart": -0.244,
    "violence, days meet": -0.628, "violence, far apart": -0.613, "wide days": -0.272,
}
"""Log-odds weights of signs between strands of two reports."""

ACROSS_DOUBT: Final[dict[str, float]] = {
    "a toll alone": -0.373, "a type shared": 0.573, "accord with battle": 0.650, "accord with context": 0.690, "accord with crowd": 1.513,
    "accord with destruction": 0.127, "accord with displacement": -0.848, "accord with seizure": -0.253, "accord with strike": -1.146,
    "accord with violence": 0.458, "accord, a day apart": -0.145, "accord, days apart": -0.628, "accord, days meet": 0.152,
    "accord, far apart": 0.015, "battle with context": 0.535, "battle with crowd": -0.723, "battle with destruction": -0.318,
    "battle with displacement": -1.453, "battle with seizure": 0.785, "battle with strike": -1.304, "battle with violence": 0.385,
    "battle, a day apart": 0.171, "battle, days apart": 0.176, "battle, days meet": 0.679, "battle, doers swapped": -0.290,
    "battle, far apart": 0.149, "battle, other doer": -0.067, "battle, same doer": -0.495, "bias": -2.150, "both dated": -0.295,
    "both points back": 0.661, "both recalls": -0.015, "both says again": 0.022, "both sums up": 0.107, "context with crowd": -0.239,
    "context with destruction": 0.305, "context with displacement": 0.559, "context with seizure": 1.354, "context with strike": 0.183,
    "context with violence": 0.886, "context, a day apart": 0.336, "context, days apart": -0.325, "context, days meet": -0.727,
    "context, far apart": -0.513, "crowd with destruction": 0.282, "crowd with displacement": 0.537, "crowd with seizure": 0.255,
    "crowd with strike": -0.663, "crowd with violence": -0.251, "crowd, a day apart": -0.216, "crowd, days apart": 0.623,
    "crowd, days meet": 0.024, "crowd, far apart": -0.417, "dated, days apart: 1": 0.228, "dated, days apart: 2": -1.319,
    "dated, days apart: 3 to 5": -1.143, "dated, days apart: 6 to 10": -0.632, "dated, days apart: more": -0.729,
    "day and figure, place apart or unsaid": -0.196, "day and type, place apart or unsaid": -0.074, "days overlap": 0.945,
    "dead differ": -0.103, "dead differ much": -0.706, "dead nearly alike": 0.859, "destruction with displacement": -0.335,
    "destruction with seizure": 1.079, "destruction with strike": 0.117, "destruction with violence": 0.529, "destruction, a day apart": -0.628,
    "destruction, days apart": -0.019, "destruction, days meet": -0.536, "destruction, far apart": -0.257, "displacement with seizure": -0.030,
    "displacement with strike": -1.641, "displacement with violence": -1.945, "displacement, a day apart": 0.949,
    "displacement, days apart": 0.854, "displacement, days meet": 0.389, "displacement, far apart": 1.517,
    "each has a place of its own": -1.564, "few words shared": -0.352, "kind alike in words": 0.944, "kind alike in words, a toll alone": 0.936,
    "kind alike in words, same group": -0.139, "many words shared": 0.784, "no word shared": -0.566, "none dated": 0.324,
    "none dated, days apart: 0": 0.476, "none dated, days apart: 1": -0.206, "none dated, days apart: 2": 0.061,
    "none dated, days apart: 3 to 5": 0.123, "none dated, days apart: 6 to 10": -0.111, "none dated, days apart: more": -0.018,
    "one dated": -0.024, "one dated, days apart: 0": 1.153, "one dated, days apart: 1": -0.533, "one dated, days apart: 2": -0.400,
    "one dated, days apart: 3 to 5": -0.152, "one dated, days apart: 6 to 10": -0.080, "one dated, days apart: more": -0.012,
    "one denies": -0.098, "one only background": -0.565, "one only planned": -0.215, "one points back": 0.083, "one recalls": 1.132,
    "one says again": -0.328, "one sums up": -0.720, "one without place": 0.056, "other area": -0.116, "other doer": 0.095,
    "other figure": -0.164, "other group": -1.170, "other hour": -2.136, "other place": -0.533, "other place, both firm": -0.185,
    "other site": -0.296, "other sufferer": 0.267, "place and day": 0.138, "place and figure": 0.112, "place and type": -0.722,
    "place in the other's words": 0.902, "place of like sound": 0.774, "place said outright by both": 0.718, "place within place": -0.224,
    "place, day and type": 0.389, "points far apart": -4.000, "rare words shared: 0": 0.397, "rare words shared: 1": 0.262,
    "rare words shared: 2": 0.076, "rare words shared: 3": -0.403, "rare words shared: 4": -0.327, "reports share a name": 0.079,
    "reports share a place": 0.058, "reports share no place": -0.111, "same area": -0.348, "same day": 2.355, "same doer": 0.363,
    "same figure": 1.687, "same figure of five or more": 3.147, "same figure of thirty or more": 2.749, "same group": -0.139,
    "same hour": 0.925, "same outlet": -0.683, "same place": 0.398, "same sentence": 1.050, "same site": 1.094, "same sufferer": 1.260,
    "same type": 1.310, "same voice": -0.725, "seizure with strike": -1.248, "seizure with violence": 0.204, "seizure, a day apart": 0.985,
    "seizure, days apart": 0.730, "seizure, days meet": 0.862, "seizure, far apart": 0.290, "sides swapped": -0.312, "some words shared": 0.139,
    "strike with violence": -0.202, "strike, a day apart": -0.846, "strike, days apart": -0.973, "strike, days meet": -0.465,
    "strike, far apart": 0.539, "told before the other's day": -0.464, "toll, a day apart": -0.126, "toll, days apart": 0.654,
    "toll, days meet": -0.409, "toll, far apart": -0.313, "two figures shared": 0.552, "two places shared": -0.051,
    "two places that nothing links": -4.000, "two tolls": -0.195, "violence, a day apart": -0.590, "violence, days apart": -0.845,
    "violence, days meet": -0.879, "violence, far apart": -0.226, "wide days": -0.251,
}
"""The same where a reader was not sure of one of the strands."""
