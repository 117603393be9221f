"""Sentences as people say, mistype and dictate them → the first-level kind. All invented for these tests."""

GOLDEN: tuple[tuple[str, str], ...] = (
    # 婚姻家庭
    ("我想离婚他不同意咋办", "marriage_family"),
    ("俩人过不下去了 想离昏 娃才三岁跟谁", "marriage_family"),
    ("彩礼给了八万八没结成婚能要回来不", "marriage_family"),
    ("我妈七十多了三个儿子都不管她，生活费也不给", "marriage_family"),
    ("老爷子去世了房子大哥一个人霸着不分", "marriage_family"),
    ("男人喝了酒就打我，我都不敢回屋", "marriage_family"),
    ("离了婚前夫一直不给抚养费", "marriage_family"),
    ("前妻不让我看孩子都半年了", "marriage_family"),
    ("我跟对象处了三年没领证分手了他要我还钱", "marriage_family"),
    ("我嫁出去了村里就不给我分地分红", "marriage_family"),
    # 邻里
    ("邻居家围墙占了我家的地", "neighbour"),
    ("楼上卫生间漏水把我家天花板都泡了", "neighbour"),
    ("楼上小孩天天半夜跺脚咚咚响睡不着", "neighbour"),
    ("隔壁盖房子把我家阳光全挡住了", "neighbour"),
    ("门口那条路被隔壁老王拿石头堵了不让我家车过", "neighbour"),
    ("广场舞音响太吵了 嗯 天天晚上九点多还在跳", "neighbour"),
    ("对门养了三条狗 天天叫 还在楼道拉狗屎", "neighbour"),
    # 房屋宅基地
    ("房东不退押金说我把墙弄脏了", "housing_land"),
    ("房东突然要涨房租不涨就赶我走", "housing_land"),
    ("开发商说好去年交房到现在还没交", "housing_land"),
    ("老家宅基地证是我爷爷的名字，现在叔叔说是他的", "housing_land"),
    ("装修公司收了钱干一半跑了", "housing_land"),
    ("二手房签了合同房主反悔不过户", "housing_land"),
    # 合同
    ("朋友借我两万块钱打了欠条不还", "contract"),
    ("他欠我前都五年了一直拖着不还钱", "contract"),
    ("我给人家做担保，他跑了银行找我要", "contract"),
    ("给饭店送菜送了半年货款一直不结", "contract"),
    ("交了五千块定金现在不想要了他不退", "contract"),
    ("工程干完一年多了工程款和质保金还没给", "contract"),
    ("托货运部拉的货淋湿了不赔", "contract"),
    # 生产经营
    ("跟朋友合伙开饭店他管账，现在账算不清要散伙", "production_business"),
    ("交了六万加盟费总部啥也不管", "production_business"),
    ("买的玉米种子不出苗，卖种子的不认", "production_business"),
    ("鱼塘承包还有三年村里又包给别人了", "production_business"),
    # 损害赔偿
    ("跟人吵架被他打了缝了五针", "damage"),
    ("有人在群里骂我造谣说我偷东西", "damage"),
    ("我家孩子在学校被同学推倒胳膊断了", "damage"),
    ("走路上被楼上掉下来的花盆砸到头", "damage"),
    ("他家狗没拴绳把我腿咬了", "damage"),
    ("帮人家盖房子从房顶上摔下来，房主只给了两千", "damage"),
    ("他把我停在路边的车划了一道", "damage"),
    # 山林土地
    ("我家的承包地被村里收回去给别人种了", "forest_land"),
    ("山林界线跟隔壁村扯不清，他们砍了我们的树", "forest_land"),
    ("上游把水渠堵了我们浇不上地", "forest_land"),
    ("地租给人种了五年租金一分没给", "forest_land"),
    # 征地拆迁
    ("修高速征了我家三亩地 补偿款才给一点点", "expropriation"),
    ("我家房子被拆迁办半夜强拆了", "expropriation"),
    ("安置房等了六年还没给", "expropriation"),
    # 环境污染
    ("旁边化工厂排污水，井水都不能喝了", "pollution"),
    ("养猪场的臭味熏得窗户都不敢开", "pollution"),
    ("厂子排的水把我鱼塘里的鱼全毒死了", "pollution"),
    # 拖欠农民工工资
    ("跟着包工头在工地干了四个月一分钱没给", "migrant_wages"),
    ("我们十几个农名工在工地干活老板跑了工资没结", "migrant_wages"),
    ("在外头打工干了大半年老板不给工钱，过年都没钱回家", "migrant_wages"),
    ("包工头说甲方没给他钱就不给我们发工钱", "migrant_wages"),
    # 其他劳动争议
    ("老板拖欠我们十几个人三个月工资", "other_labour"),
    ("公司把我辞退了不给补偿", "other_labour"),
    ("在厂里上班手被机器压断了老板不管", "other_labour"),
    ("干了五年公司没给我交社保", "other_labour"),
    ("怀孕了领导就让我走人", "other_labour"),
    ("送外卖的平台乱扣我钱", "other_labour"),
    ("天天加班到十点一分加班费没有", "other_labour"),
    # 旅游
    ("跟团去玩导游逼着买东西不买不让上车", "tourism"),
    ("订的民宿到了说没房，不给退钱", "tourism"),
    # 电子商务
    ("网上买了个手机收到是个砖头，卖家不理我", "ecommerce"),
    ("我娃拿我手机给主播打赏了一万多", "ecommerce"),
    ("刷单被骗了三万块钱", "ecommerce"),
    ("快递给我弄丢了说只赔五十", "ecommerce"),
    # 其他消费
    ("健身房办的卡还有一年店关门了", "other_consumer"),
    ("在超市买的牛奶过期了喝了拉肚子", "other_consumer"),
    ("我爸被忽悠买了一万多的保健品", "other_consumer"),
    ("新买的洗衣机三天就坏了不给换", "other_consumer"),
    ("孩子报的补习班退费不给退", "other_consumer"),
    # 医疗
    ("我妈在医院做手术做坏了现在站不起来", "medical"),
    ("医生误诊给我开错药", "medical"),
    ("打了美容针脸都肿了", "medical"),
    # 道路交通事故
    ("骑电动车被小车撞了腿断了对方保险不赔", "traffic"),
    ("车被追尾了对方不给修", "traffic"),
    ("交警判我全责我不服", "traffic"),
    ("撞了人跑了现在找不到肇事的", "traffic"),
    # 物业
    ("物业啥也不管还天天催物业费", "property_management"),
    ("小区电梯三天两头坏物业不修", "property_management"),
    ("暖气不热交了取暖费不给退", "property_management"),
    # 几件事混在一起说的
    ("我爹被车撞死了 肇事司机没钱赔", "traffic"),
    ("工地上摔下来腿断了包工头不管", "other_labour"),
    ("医院把人治死了 家属要说法", "medical"),
    ("老公出轨还转移财产要卖房子", "marriage_family"),
    ("公司倒闭老板跑了工资社保都没有", "other_labour"),
    ("隔壁狗把我家鸡咬死了", "damage"),
    ("飞机晚点八个小时啥也不赔", "tourism"),
    ("我把钱转错人了他不还", "contract"),
    # 其他
    ("派出所拘留了我五天我不服", "other"),
    ("判决下来半年了他就是不给钱，怎么申请执行", "other"),
    ("我儿子被抓了在看守所怎么办", "other"),
    ("没钱请律师能不能申请法律援助", "other"),
    ("我的身份证被人冒用注册公司", "other"),
    ("城管把我三轮车扣了还罚款", "other"),
    ("低保给取消了不知道为啥", "other"),
)
"""Text, code of the first-level kind."""

UNCLEAR: tuple[str, ...] = (
    "",
    " ",
    "？",
    "啊",
    "😀😀",
    "你好在吗",
    "hello, can you help me",
    "Bonjour, j'ai un problème",
    "こんにちは",
    "مرحبا",
    "12345678901234567890",
    "\ud800",
    "\x00\x01",
)
"""Texts that say nothing about a dispute."""
