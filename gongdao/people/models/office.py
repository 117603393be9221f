"""Where: areas and offices, both as trees."""

from django.db import models


class AreaLevel(models.TextChoices):
    """Levels of administrative division."""

    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县（区）"
    TOWNSHIP = "township", "乡镇（街道）"
    VILLAGE = "village", "村（社区）"


class Area(models.Model):
    """A place. ``code`` follows GB/T 2260 and GB/T 10114 (6, 9 or 12 digits); ``path`` lists the codes from the top,
    each followed by a slash, so that everything below is found by prefix."""

    code = models.CharField("代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=60)
    level = models.CharField("级别", max_length=10, choices=AreaLevel.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name="上级"
    )
    path = models.CharField("路径", max_length=100, db_index=True)
    population = models.PositiveIntegerField("人口", null=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "code", "name", "level", "parent", "path", "population"})

    def __str__(self) -> str:
        return self.name


class OfficeKind(models.TextChoices):
    """What an office is."""

    COMMITTEE = "committee", "人民调解委员会"
    SECTOR_COMMITTEE = "sector_committee", "行业性、专业性人民调解委员会"
    STATION = "station", "司法所"
    LEGAL_AID = "legal_aid", "法律援助中心"
    SERVICE_CENTRE = "service_centre", "公共法律服务中心"
    COUNTY_BUREAU = "county_bureau", "县（区）司法局"
    CITY_BUREAU = "city_bureau", "市司法局"
    NOTARY_OFFICE = "notary_office", "公证机构"
    COURT = "court", "人民法院"
    POLICE_STATION = "police_station", "公安派出所"
    TRAFFIC_POLICE = "traffic_police", "公安机关交通管理部门"
    HEALTH = "health", "卫生健康主管部门"
    MARKET_SUPERVISION = "market_supervision", "市场监督管理部门"
    TOWNSHIP = "township", "乡镇人民政府、街道办事处"
    VILLAGE_COMMITTEE = "village_committee", "村民委员会、居民委员会"
    LABOUR_MEDIATION = "labour_mediation", "劳动争议调解组织"
    GOVERNANCE_CENTRE = "governance_centre", "综治中心"
    PETITION_OFFICE = "petition_office", "信访部门"
    HOTLINE = "hotline", "热线"
    PROCURATORATE = "procuratorate", "人民检察院"
    OTHER = "other", "其他机构"


class Office(models.Model):
    """Who holds matters. ``settings`` are the office's figures for what no statute states (Setting name → number)."""

    code = models.CharField("机构代码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类别", max_length=20, choices=OfficeKind.choices)
    area = models.ForeignKey(Area, models.PROTECT, related_name="offices", verbose_name="地区")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name="上级机构"
    )
    path = models.CharField("路径", max_length=200, db_index=True)
    address = models.CharField("地址", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=30, blank=True)
    sectors = models.JSONField("受理的行业纠纷种类", default=list, blank=True)
    settings = models.JSONField("本机构设定", default=dict, blank=True)
    is_active = models.BooleanField("在用", default=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        [
            "id",
            "code",
            "name",
            "kind",
            "area",
            "parent",
            "path",
            "address",
            "phone",
            "sectors",
            "settings",
            "is_active",
        ]
    )

    def __str__(self) -> str:
        return self.name
