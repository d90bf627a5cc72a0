# SPDX-License-Identifier: GPL-3.0-or-later
"""What features need beside ``litellm[proxy]``: kind, name, and since which version what. Written by
scripts/generate_vocabulary.py."""

SINCE: dict[str, dict[str, dict[str, list[str] | None]]] = {
    "callbacks": {
        "azure_content_safety": {
            "1.84.10": ["azure-ai-contentsafety==1.0.0"],
            "1.92.2": ["azure-ai-contentsafety>=1.0.0,<2.0"],
        },
        "azure_storage": {
            "1.84.10": ["azure-storage-file-datalake==12.20.0"],
            "1.92.2": ["azure-storage-file-datalake>=12.20.0,<13.0"],
        },
        "gcs_bucket": {
            "1.84.10": ["google-auth"],
        },
        "gcs_pubsub": {
            "1.84.10": ["google-auth"],
        },
        "hide_secrets": {
            "1.84.10": ["detect-secrets==1.5.0"],
            "1.92.2": ["detect-secrets>=1.5.0,<2.0"],
        },
        "langfuse": {
            "1.84.10": ["langfuse==2.59.7"],
            "1.92.2": ["langfuse>=2.59.7,<3.0"],
            "1.106.12": ["langfuse>=4.7,<5.0"],
        },
        "logfire": {
            "1.84.10": ["logfire"],
        },
        "lunary": {
            "1.84.10": ["lunary"],
        },
        "mlflow": {
            "1.84.10": ["mlflow>=3.11.1,<4.0"],
            "1.108.7": ["mlflow>=3.17.2,<4.0"],
        },
        "newrelic": {
            "1.92.2": ["newrelic"],
        },
        "sentry": {
            "1.84.10": ["sentry-sdk==2.21.0"],
            "1.92.2": ["sentry-sdk>=2.21.0,<3.0"],
        },
        "slack": {
            "1.84.10": ["slack-bolt"],
        },
        "supabase": {
            "1.84.10": ["supabase"],
        },
        "traceloop": {
            "1.84.10": ["traceloop-sdk"],
        },
        "wandb": {
            "1.84.10": ["wandb"],
        },
    },
    "providers": {
        "auto_router": {
            "1.84.10": ["semantic-router>=0.1.15,<1.0"],
        },
        "gdc": {
            "1.92.2": ["google-auth"],
        },
        "nvidia_riva": {
            "1.92.2": ["nvidia-riva-client>=2.15.0"],
        },
        "vertex_ai": {
            "1.84.10": ["google-auth"],
        },
        "vertex_ai_beta": {
            "1.84.10": ["google-auth"],
        },
        "vllm": {
            "1.84.10": ["vllm"],
        },
    },
    "caches": {
        "disk": {
            "1.84.10": ["diskcache==5.6.3"],
            "1.92.2": ["diskcache>=5.6.3,<6.0"],
        },
        "gcs": {
            "1.84.10": ["google-auth"],
        },
        "redis-semantic": {
            "1.84.10": ["redisvl==0.4.1"],
            "1.92.2": ["redisvl>=0.4.1,<1.0"],
        },
    },
    "key_management_systems": {
        "azure_key_vault": {
            "1.84.10": ["azure-keyvault-secrets==4.10.0"],
            "1.92.2": ["azure-keyvault-secrets>=4.10.0,<5.0"],
        },
        "google_kms": {
            "1.84.10": ["google-cloud-kms==2.24.2"],
            "1.92.2": ["google-cloud-kms>=2.24.2,<3.0"],
        },
        "google_secret_manager": {
            "1.84.10": ["google-auth"],
        },
    },
    "guardrails": {
        "conduct": {
            "1.106.12": ["conduct-litellm-guard"],
        },
        "hide-secrets": {
            "1.84.10": ["detect-secrets==1.5.0"],
            "1.92.2": ["detect-secrets>=1.5.0,<2.0"],
        },
        "model_armor": {
            "1.84.10": ["google-auth"],
        },
        "semantic_guard": {
            "1.84.10": ["semantic-router>=0.1.15,<1.0"],
        },
    },
    "image": {
        "azure-ai-contentsafety": {
            "1.84.10": [],
        },
        "azure-keyvault-secrets": {
            "1.84.10": [],
        },
        "azure-storage-file-datalake": {
            "1.84.10": [],
        },
        "detect-secrets": {
            "1.84.10": [],
        },
        "google-auth": {
            "1.84.10": [],
        },
        "google-cloud-kms": {
            "1.84.10": [],
        },
        "langfuse": {
            "1.84.10": [],
        },
        "redisvl": {
            "1.84.10": [],
        },
        "semantic-router": {
            "1.84.10": [],
        },
        "sentry-sdk": {
            "1.84.10": [],
        },
    },
}
