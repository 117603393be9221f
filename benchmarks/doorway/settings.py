"""The site's settings and the peer's app."""

from gongdao.site.settings import *  # noqa: F403
from gongdao.site.settings import INSTALLED_APPS

INSTALLED_APPS += ["simple_history", "benchmarks.doorway.peer"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
