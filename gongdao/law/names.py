"""The laws that declarations cite, by their standard English names.

The first group stands in the installed package; the second needs an import (gongdao law import).
"""

from gongdao.law.citation import Law

# Laws of the National People's Congress and its Standing Committee
ADMINISTRATIVE_LITIGATION_LAW = Law("中华人民共和国行政诉讼法", "行政诉讼法")
ADMINISTRATIVE_PENALTY_LAW = Law("中华人民共和国行政处罚法", "行政处罚法")
ADMINISTRATIVE_RECONSIDERATION_LAW = Law("中华人民共和国行政复议法", "行政复议法")
ARBITRATION_LAW = Law("中华人民共和国仲裁法", "仲裁法")
ARCHIVES_LAW = Law("中华人民共和国档案法", "档案法")
CIVIL_CODE = Law("中华人民共和国民法典", "民法典")
CIVIL_PROCEDURE_LAW = Law("中华人民共和国民事诉讼法", "民事诉讼法")
COMMUNITY_CORRECTION_LAW = Law("中华人民共和国社区矫正法", "社区矫正法")
CONSUMER_LAW = Law("中华人民共和国消费者权益保护法", "消费者权益保护法")
COURT_ORGANISATION_LAW = Law("中华人民共和国人民法院组织法", "人民法院组织法")
CRIMINAL_LAW = Law("中华人民共和国刑法", "刑法")
CRIMINAL_PROCEDURE_LAW = Law("中华人民共和国刑事诉讼法", "刑事诉讼法")
DOMESTIC_VIOLENCE_LAW = Law("中华人民共和国反家庭暴力法", "反家庭暴力法")
ECOMMERCE_LAW = Law("中华人民共和国电子商务法", "电子商务法")
ELDERLY_LAW = Law("中华人民共和国老年人权益保障法", "老年人权益保障法")
ENVIRONMENT_CODE = Law("中华人民共和国生态环境法典", "生态环境法典")
E_SIGNATURE_LAW = Law("中华人民共和国电子签名法", "电子签名法")
FOREST_LAW = Law("中华人民共和国森林法", "森林法")
GRASSLAND_LAW = Law("中华人民共和国草原法", "草原法")
INSURANCE_LAW = Law("中华人民共和国保险法", "保险法")
JUVENILE_CRIME_PREVENTION_LAW = Law("中华人民共和国预防未成年人犯罪法", "预防未成年人犯罪法")
LABOUR_CONTRACT_LAW = Law("中华人民共和国劳动合同法", "劳动合同法")
LABOUR_MEDIATION_ARBITRATION_LAW = Law("中华人民共和国劳动争议调解仲裁法", "劳动争议调解仲裁法")
LAND_LAW = Law("中华人民共和国土地管理法", "土地管理法")
LAWYERS_LAW = Law("中华人民共和国律师法", "律师法")
LEGAL_AID_LAW = Law("中华人民共和国法律援助法", "法律援助法")
MINORS_LAW = Law("中华人民共和国未成年人保护法", "未成年人保护法")
NOTARY_LAW = Law("中华人民共和国公证法", "公证法")
PEOPLES_MEDIATION_LAW = Law("中华人民共和国人民调解法", "人民调解法")
PERSONAL_INFORMATION_LAW = Law("中华人民共和国个人信息保护法", "个人信息保护法")
PRISON_LAW = Law("中华人民共和国监狱法", "监狱法")
PRIVATE_ECONOMY_LAW = Law("中华人民共和国民营经济促进法", "民营经济促进法")
PRODUCT_QUALITY_LAW = Law("中华人民共和国产品质量法", "产品质量法")
PUBLIC_ORDER_LAW = Law("中华人民共和国治安管理处罚法", "治安管理处罚法")
RESIDENT_COMMITTEE_LAW = Law("中华人民共和国城市居民委员会组织法", "城市居民委员会组织法")
ROAD_TRAFFIC_LAW = Law("中华人民共和国道路交通安全法", "道路交通安全法")
RURAL_LAND_ARBITRATION_LAW = Law(
    "中华人民共和国农村土地承包经营纠纷调解仲裁法", "农村土地承包经营纠纷调解仲裁法"
)
RURAL_REVITALISATION_LAW = Law("中华人民共和国乡村振兴促进法", "乡村振兴促进法")
SOCIAL_INSURANCE_LAW = Law("中华人民共和国社会保险法", "社会保险法")
STATE_COMPENSATION_LAW = Law("中华人民共和国国家赔偿法", "国家赔偿法")
VILLAGE_COMMITTEE_LAW = Law("中华人民共和国村民委员会组织法", "村民委员会组织法")
WATER_LAW = Law("中华人民共和国水法", "水法")
WOMEN_LAW = Law("中华人民共和国妇女权益保障法", "妇女权益保障法")

# Regulations, judicial interpretations and ministry rules
CASE_FILING_RULES = Law("最高人民法院关于人民法院登记立案若干问题的规定", "登记立案规定")
CIVIL_PROCEDURE_INTERPRETATION = Law("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释", "民诉解释")
COMMERCIAL_CRYPTOGRAPHY_REGULATION = Law("商用密码管理条例", "商用密码条例")
CONFIRMATION_RULES_2011 = Law("最高人民法院关于人民调解协议司法确认程序的若干规定", "司法确认规定")
COURT_FEE_RULES = Law("诉讼费用交纳办法", "诉讼费办法")
GENERAL_PART_INTERPRETATION = Law(
    "最高人民法院关于适用《中华人民共和国民法典》总则编若干问题的解释", "总则编解释"
)
HOLIDAY_RULES = Law("全国年节及纪念日放假办法", "放假办法")
HOUSE_EXPROPRIATION_REGULATION = Law("国有土地上房屋征收与补偿条例", "房屋征收条例")
INFORMATION_DISCLOSURE_REGULATION = Law("中华人民共和国政府信息公开条例", "信息公开条例")
INVITED_MEDIATION_RULES = Law("最高人民法院关于人民法院特邀调解的规定", "特邀调解规定")
LABOUR_DISPUTE_INTERPRETATION = Law(
    "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）", "劳动争议解释一"
)
LABOUR_INSPECTION_REGULATION = Law("劳动保障监察条例", "劳动保障监察条例")
LIMITATION_RULES = Law("最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定", "诉讼时效规定")
MARKET_COMPLAINT_RULES = Law("市场监督管理投诉举报处理暂行办法", "投诉举报办法")
MEDIATION_COMMITTEE_REGULATION = Law("人民调解委员会组织条例", "调解委员会组织条例")
MEDICAL_DISPUTE_REGULATION = Law("医疗纠纷预防和处理条例", "医疗纠纷条例")
MIGRANT_WAGES_REGULATION = Law("保障农民工工资支付条例", "农民工工资条例")
ONLINE_GOVERNMENT_RULES = Law("国务院关于在线政务服务的若干规定", "在线政务规定")
ONLINE_MEDIATION_RULES = Law("人民法院在线调解规则", "在线调解规则")
PETITION_REGULATION = Law("信访工作条例", "信访工作条例")
POLICE_ADMINISTRATIVE_PROCEDURE = Law("公安机关办理行政案件程序规定", "行政案件程序规定")
POLICE_CRIMINAL_PROCEDURE = Law("公安机关办理刑事案件程序规定", "刑事案件程序规定")
PROPERTY_MANAGEMENT_REGULATION = Law("物业管理条例", "物业管理条例")
PROTECTION_ORDER_RULES = Law("最高人民法院关于办理人身安全保护令案件适用法律若干问题的规定", "保护令规定")
ROAD_ACCIDENT_PROCEDURE = Law("道路交通事故处理程序规定", "道交事故程序")
ROAD_TRAFFIC_REGULATION = Law("中华人民共和国道路交通安全法实施条例", "道交条例")
WORK_INJURY_REGULATION = Law("工伤保险条例", "工伤保险条例")

NATIONAL_LAWS: tuple[Law, ...] = (
    ADMINISTRATIVE_LITIGATION_LAW,
    ADMINISTRATIVE_PENALTY_LAW,
    ADMINISTRATIVE_RECONSIDERATION_LAW,
    ARBITRATION_LAW,
    ARCHIVES_LAW,
    CIVIL_CODE,
    CIVIL_PROCEDURE_LAW,
    COMMUNITY_CORRECTION_LAW,
    CONSUMER_LAW,
    COURT_ORGANISATION_LAW,
    CRIMINAL_LAW,
    CRIMINAL_PROCEDURE_LAW,
    DOMESTIC_VIOLENCE_LAW,
    ECOMMERCE_LAW,
    ELDERLY_LAW,
    ENVIRONMENT_CODE,
    E_SIGNATURE_LAW,
    FOREST_LAW,
    GRASSLAND_LAW,
    INSURANCE_LAW,
    JUVENILE_CRIME_PREVENTION_LAW,
    LABOUR_CONTRACT_LAW,
    LABOUR_MEDIATION_ARBITRATION_LAW,
    LAND_LAW,
    LAWYERS_LAW,
    LEGAL_AID_LAW,
    MINORS_LAW,
    NOTARY_LAW,
    PEOPLES_MEDIATION_LAW,
    PERSONAL_INFORMATION_LAW,
    PRISON_LAW,
    PRIVATE_ECONOMY_LAW,
    PRODUCT_QUALITY_LAW,
    PUBLIC_ORDER_LAW,
    RESIDENT_COMMITTEE_LAW,
    ROAD_TRAFFIC_LAW,
    RURAL_LAND_ARBITRATION_LAW,
    RURAL_REVITALISATION_LAW,
    SOCIAL_INSURANCE_LAW,
    STATE_COMPENSATION_LAW,
    VILLAGE_COMMITTEE_LAW,
    WATER_LAW,
    WOMEN_LAW,
)
IMPORTED_RULES: tuple[Law, ...] = (
    CASE_FILING_RULES,
    CIVIL_PROCEDURE_INTERPRETATION,
    COMMERCIAL_CRYPTOGRAPHY_REGULATION,
    CONFIRMATION_RULES_2011,
    COURT_FEE_RULES,
    GENERAL_PART_INTERPRETATION,
    HOLIDAY_RULES,
    HOUSE_EXPROPRIATION_REGULATION,
    INFORMATION_DISCLOSURE_REGULATION,
    INVITED_MEDIATION_RULES,
    LABOUR_DISPUTE_INTERPRETATION,
    LABOUR_INSPECTION_REGULATION,
    LIMITATION_RULES,
    MARKET_COMPLAINT_RULES,
    MEDIATION_COMMITTEE_REGULATION,
    MEDICAL_DISPUTE_REGULATION,
    MIGRANT_WAGES_REGULATION,
    ONLINE_GOVERNMENT_RULES,
    ONLINE_MEDIATION_RULES,
    PETITION_REGULATION,
    POLICE_ADMINISTRATIVE_PROCEDURE,
    POLICE_CRIMINAL_PROCEDURE,
    PROPERTY_MANAGEMENT_REGULATION,
    PROTECTION_ORDER_RULES,
    ROAD_ACCIDENT_PROCEDURE,
    ROAD_TRAFFIC_REGULATION,
    WORK_INJURY_REGULATION,
)
