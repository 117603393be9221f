"""What people in the fictional city fall out over: their words, when and where, and what could settle it."""

from dataclasses import dataclass

from gongdao.site.demo.places import Township


@dataclass(frozen=True, slots=True)
class Story:
    """A dispute of a kind. ``pays`` is the range of an agreed sum in yuan, None where something is done instead."""

    kind: str
    finer: str
    weight: int
    text: str
    settled_by: str
    pays: tuple[int, int] | None = None
    against_organisation: bool = False


STORIES = (
    Story("neighbour", "light_wall", 8, "隔壁翻修院子，把围墙砌高了一大截，我家堂屋白天都要开灯，找他说过三回都不理。", "把超出原高度的围墙拆除并清运砖渣"),
    Story("neighbour", "water_leak", 10, "楼上卫生间漏水，把我家天花板和衣柜都泡坏了，他说是老房子的问题不肯修。", "修好卫生间防水并赔偿泡坏的天花板和衣柜", (800, 6000)),
    Story("neighbour", "passage", 7, "两家共用的巷子被他堆满砖头和三轮车，我家三轮都推不出去。", "清空共用巷道并不再堆放物品"),
    Story("neighbour", "noise", 6, "对门每天夜里十一点以后还在打麻将，孩子要中考了睡不成觉。", "每晚十点以后不再打麻将"),
    Story("neighbour", "animals", 4, "邻居家的狗从来不拴，把我家的鸡咬死了七八只。", "赔偿被咬死的鸡并把狗拴养", (200, 900)),
    Story("marriage_family", "elder_support", 9, "我七十六了，三个儿子轮着推，半年没人给生活费，看病的钱也没人出。", "按月给付赡养费并分担医药费", (300, 1200)),
    Story("marriage_family", "bride_price", 5, "订婚给了彩礼，还没领证就散了，她家不肯退。", "退还部分彩礼", (10000, 60000)),
    Story("marriage_family", "inheritance", 5, "父亲走了以后，老房子和存款怎么分，兄妹几个吵得不来往了。", "按协商的份额分割存款", (5000, 80000)),
    Story("marriage_family", "child_custody", 3, "离婚后孩子跟我，他说好每个月给抚养费，给了两个月就不给了。", "按月给付抚养费", (500, 1500)),
    Story("migrant_wages", "construction_wages", 9, "老板拖欠我们十几个人三个月工资，工地都完工了，每次打电话都说过几天。", "付清拖欠的工资", (20000, 180000), True),
    Story("migrant_wages", "crew_wages", 6, "跟着包工头干了四十天的抹灰，说好一天三百，只给了两千块生活费，工钱一直欠着。", "付清剩下的工钱", (3000, 30000)),
    Story("other_labour", "dismissal", 4, "在厂里干了六年，一句话就把我辞退了，什么补偿也没有。", "支付解除劳动合同的经济补偿", (8000, 40000), True),
    Story("other_labour", "overtime_leave", 3, "超市天天让加班两小时，从来没给过加班费。", "补发加班工资", (2000, 15000), True),
    Story("contract", "loan", 10, "前年借给同学五万块做生意，打了欠条，现在电话都不接了。", "分期归还借款", (5000, 80000)),
    Story("contract", "service_contract", 4, "请他加工安装新房的门窗，付了一半的钱，拖了四个月还没装完。", "退还部分款项", (2000, 12000)),
    Story("housing_land", "rent", 6, "退租时房东说墙脏了，两个月押金一分都不退。", "退还押金", (600, 5000)),
    Story("housing_land", "homestead", 4, "他家盖新房，地基占了我家宅基地半米多，说老界石找不到了。", "按重新丈量的界线退让"),
    Story("damage", "fight_injury", 6, "因为停车吵起来，他推了我一把，胳膊骨裂，住院花了不少钱。", "赔偿医药费和误工费", (3000, 30000)),
    Story("damage", "property_damage", 4, "他倒货把我家院门和水管砸坏了，修好要两千多，他只肯给五百。", "赔偿修理费", (600, 4000)),
    Story("forest_land", "land_contract", 5, "我家的承包地流转给合作社种，土地租金两年没给了，合同还有三年。", "付清拖欠的租金", (2000, 25000), True),
    Story("property_management", "property_fee", 5, "物业电梯坏了两个月不修，我不交物业费，他们就停了我家门禁。", "修好电梯、恢复门禁，退还停用期间的物业费", (500, 3000), True),
    Story("traffic", "traffic_injury", 7, "骑电动车被小轿车剐倒，交警认定对方全责，保险赔完还差误工费没谈拢。", "赔偿误工费和营养费", (1500, 20000)),
    Story("medical", "medical_injury", 3, "在医院做了个小手术，伤口一直不好，转院又开了一刀，医院说是个人体质。", "补偿后续治疗费用", (8000, 60000), True),
    Story("other_consumer", "prepaid_card", 5, "在健身房充了三千的卡，去了几次就关门了，老板让我们等通知。", "退还卡内余额", (500, 3000), True),
    Story("ecommerce", "online_shopping", 3, "网上买的热水器装上就漏电，卖家说人为损坏不给退。", "退货退款", (600, 2500), True),
    Story("pollution", "crop_pollution", 2, "上游养殖场排污水，我家鱼塘一夜翻了塘，鱼死了两千多斤，怀疑是污染。", "赔偿鱼塘损失", (6000, 30000), True),
    Story("production_business", "partnership", 3, "两人合伙开早餐店，他管账，散伙时说没挣钱，账本也不给看。", "结清合伙账目并给付应分的钱", (4000, 40000)),
    Story("expropriation", "house_demolition", 1, "拆迁过渡费晚发了半年，村里说再等等。", "补发过渡费", (3000, 12000), True),
    Story("tourism", "tour_group", 1, "报的团说好纯玩，结果进了四个购物点，行程还少了两个景点。", "退还部分团费", (300, 2000), True),
    Story("other", "other", 2, "承诺给我家修祖坟边的排水沟，拖了一年，雨大就淹。", "修好排水沟"),
)  # fmt: skip

# How much likelier than in another month (January first); a kind that is not here comes all year round.
_MONTHS = {
    "migrant_wages": (5, 2, 0.6, 0.5, 0.5, 0.6, 0.7, 0.7, 0.8, 1, 2, 4.5),
    "other_labour": (2, 1.2, 1, 0.8, 0.8, 1, 0.8, 0.8, 0.8, 0.8, 1, 1.6),
    "marriage_family": (1, 2, 1.4, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 1.1, 0.9, 0.9),
    "contract": (1.8, 1, 0.8, 0.8, 0.8, 1, 0.8, 0.8, 0.9, 0.9, 1, 1.6),
    "housing_land": (0.7, 0.8, 1, 1, 1, 1.4, 1.6, 1.5, 1, 0.9, 0.8, 0.7),
    "forest_land": (0.5, 0.7, 1.8, 2, 1.6, 0.8, 0.6, 0.7, 1.6, 1.8, 0.8, 0.5),
    "pollution": (0.3, 0.3, 0.5, 0.8, 1.5, 2.4, 2.6, 2.2, 1, 0.6, 0.4, 0.3),
    "tourism": (0.6, 1.2, 0.5, 1, 2.2, 0.8, 2, 2.2, 0.7, 2.4, 0.5, 0.4),
    "ecommerce": (0.9, 0.7, 0.8, 0.7, 0.8, 1.8, 1, 0.7, 0.7, 0.8, 2.6, 1.8),
    "traffic": (1.3, 1.3, 0.9, 0.9, 0.9, 0.9, 1, 1, 0.9, 1, 1.1, 1.3),
    "property_management": (1.6, 1, 0.8, 0.8, 0.8, 0.9, 1.2, 1.2, 0.8, 0.8, 1.2, 1.6),
}
_FINER_MONTHS = {
    "water_leak": (0.6, 0.6, 0.8, 1, 1.4, 2.2, 2.4, 2, 1.2, 0.7, 0.6, 0.6),
    "noise": (0.7, 0.7, 0.7, 0.8, 1.4, 2.2, 1.8, 1.6, 1, 0.8, 0.7, 0.7),
}
# How much likelier where people live like this.
_NATURES = {
    "urban": {"property_management": 2.2, "other_consumer": 2, "ecommerce": 1.5, "forest_land": 0.05,
              "pollution": 0.2, "migrant_wages": 0.7, "medical": 1.5, "tourism": 1.4, "expropriation": 0.6},
    "rural": {"forest_land": 2.6, "housing_land": 1.3, "neighbour": 1.4, "pollution": 1.8, "ecommerce": 0.5,
              "property_management": 0.05, "other_labour": 0.4, "migrant_wages": 0.8, "other_consumer": 0.5},
    "industrial": {"migrant_wages": 2.4, "other_labour": 2.6, "traffic": 1.4, "pollution": 1.4,
                   "forest_land": 0.4, "damage": 1.3, "property_management": 0.6},
}  # fmt: skip


def likelihood(story: Story, month: int, township: Township) -> float:
    """How likely this story is in this month and township, beside the others."""
    months = _FINER_MONTHS.get(story.finer) or _MONTHS.get(story.kind)
    season = months[month - 1] if months else 1.0
    return story.weight * season * _NATURES[township.nature].get(story.kind, 1.0)
