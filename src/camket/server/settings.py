"""Django's settings, made of the configuration."""

from __future__ import annotations

from typing import Any

from camket.server.configuration import configured, database_settings

CONFIGURATION = configured()

SECRET_KEY = CONFIGURATION.secret
DEBUG = CONFIGURATION.debug
ALLOWED_HOSTS = list(CONFIGURATION.hosts)
DATABASES: dict[str, dict[str, Any]] = {"default": database_settings(CONFIGURATION.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "camket.server.registry",
    "camket.server.entering",
    "camket.server.jobs",
    "camket.server.pages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "camket.server.pages.headers.PolicyMiddleware",
    "camket.server.pages.headers.AskedMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "camket.server.pages.kept.KeptMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "camket.server.pages.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "camket.server.pages.receiving.ReceivingMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "camket.server.pages.headers.FormMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "camket.server.entering.visits.VisitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "camket.server.pages.waiting.WaitingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "camket.server.urls"
WSGI_APPLICATION = "camket.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "camket.server.pages.language.spoken",
            ],
            "builtins": [
                f"camket.server.pages.templatetags.{each}" for each in ("words", "files", "addresses", "quick")
            ],
        },
    }
]
AUTHENTICATION_BACKENDS = ["camket.server.entering.backend.RoleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "camket.server.entering.passwords.PlainValidator"},
]
# No page takes a file but the one that is made for it, which keeps it in memory: nothing is written to the disk unseen.
FILE_UPLOAD_HANDLERS = ["camket.server.pages.receiving.NoFiles"]
DATA_UPLOAD_MAX_NUMBER_FILES = CONFIGURATION.upload_files
CSRF_FAILURE_VIEW = "camket.server.pages.views.trouble.no_token"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What went wrong is told where the server runs; the page says only that it did.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"fault": {"()": "camket.server.faults.FaultFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "fault", "level": "ERROR"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
# The switch of the page decides the language, never the browser; numbers and days are written by camket itself.
USE_I18N = False
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
STATIC_URL = "static/"
# Files of the pages are served from the package as they lie there, nothing to collect; addresses hold a digest.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 86_400
# Who is logged in: no script reads the cookies, no other site sends them, and behind TLS they go by nothing else.
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIGURATION.https
SESSION_COOKIE_AGE = CONFIGURATION.session_hours * 3_600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
if CONFIGURATION.https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 86_400
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
# Fields of a form beside its files; whole questions are bounded by `AskedMiddleware` before they are read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
