"""Settings. Everything an office changes is an environment variable; see docs/operating.md."""

import os
import secrets
from pathlib import Path

import dj_database_url

BASE_DIR = Path(__file__).resolve().parents[2]
# In a checkout the data lie beside the code; an installed package keeps them where it is run.
_HOME = BASE_DIR if (BASE_DIR / "pyproject.toml").is_file() else Path.cwd()
GONGDAO_VAR = Path(os.environ.get("GONGDAO_VAR", _HOME / "var")).resolve()
GONGDAO_KEYS = Path(os.environ.get("GONGDAO_KEYS", GONGDAO_VAR / "keys.json"))
GONGDAO_FILES = Path(os.environ.get("GONGDAO_FILES", GONGDAO_VAR / "files"))
GONGDAO_ANCHORS = Path(os.environ.get("GONGDAO_ANCHORS", GONGDAO_VAR / "anchors"))
GONGDAO_STATUTES = Path(os.environ.get("GONGDAO_STATUTES", GONGDAO_VAR / "statutes.sqlite3"))
GONGDAO_LAKE = Path(os.environ.get("GONGDAO_LAKE", GONGDAO_VAR / "lake"))
# Numbers of matters from 1 to below this are shown only to those who may open the matters.
GONGDAO_SUPPRESS_BELOW = int(os.environ.get("GONGDAO_SUPPRESS_BELOW", "5"))
# Under which office's code we exchange with other bodies; empty means the bureau at the top.
GONGDAO_EXCHANGE_CODE = os.environ.get("GONGDAO_EXCHANGE_CODE", "")
GONGDAO_DEMO = os.environ.get("GONGDAO_DEMO", "") == "1"

DEBUG = os.environ.get("GONGDAO_DEBUG", "") == "1"


def _secret_key() -> str:
    """The key from the environment, or one kept beside the data so that sessions outlive a restart."""
    if key := os.environ.get("GONGDAO_SECRET_KEY"):
        return key
    path = GONGDAO_VAR / "secret_key"
    if not path.exists():
        GONGDAO_VAR.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return path.read_text() or secrets.token_urlsafe(50)


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("GONGDAO_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("GONGDAO_ORIGINS", "").split(",") if o]
HTTPS = os.environ.get("GONGDAO_HTTPS", "") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_SAVE_EVERY_REQUEST = True  # idle time counts from the last page, not from the first

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "gongdao.web",  # before allauth: its templates take precedence
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "gongdao.people",
    "gongdao.documents",
    "gongdao.matters",
    "gongdao.services.register",
    "gongdao.services.legal_aid",
    "gongdao.services.roster",
    "gongdao.services.exchange",
    "gongdao.trends.maps",
    "gongdao.trends.returns",
    "gongdao.trends.warnings",
    "gongdao.trends.briefings",
    "gongdao.trends.checks",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gongdao.web.middleware.headers",
]

ROOT_URLCONF = "gongdao.site.urls"
WSGI_APPLICATION = "gongdao.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gongdao.web.everywhere.everywhere",
                "gongdao.site.demo.showing.demo_city",
            ],
        },
    },
]

_database_url = os.environ.get("GONGDAO_DATABASE_URL") or f"sqlite:///{GONGDAO_VAR}/gongdao.sqlite3"
DATABASES = {"default": dj_database_url.parse(_database_url, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    GONGDAO_VAR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 30,
        # A writer asks for the lock at BEGIN, so two steps on one matter queue instead of failing half-way.
        "transaction_mode": "IMMEDIATE",
        # synchronous=FULL: an acknowledged step survives a power cut, not only a crash.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }

# What a service has to say against somebody who is about to hold a matter of a procedure.
GONGDAO_HOLDER_CHECKS = {
    "legal_aid": "gongdao.services.legal_aid.appointing.against_undertaker",
    "duty_lawyer": "gongdao.services.legal_aid.appointing.against_undertaker",
    "petition_reception": "gongdao.services.roster.queries.against_lawyer",
    "legal_aid_evaluation": "gongdao.services.legal_aid.appointing.against_evaluator",
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "gongdao.people.adapter.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "公道"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = GONGDAO_VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG or GONGDAO_DEMO
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
