"""Prints, for each file, a line of JSON: its name and what Checkov finds. Runs in Checkov's own Python.

.json is a plan of Terraform, .yaml Kubernetes objects. Checkov is loaded once, and each file is judged in a process of its own that is as fresh as after a start.
"""

import json
import logging
import multiprocessing
import os
import pathlib
import sys

os.environ["BC_SKIP_MAPPING"] = "TRUE"
os.environ["LOG_LEVEL"] = "ERROR"
# Workers are processes already.
os.environ["CHECKOV_PARALLELIZATION_TYPE"] = "none"

from checkov.kubernetes.runner import Runner as KubernetesRunner  # noqa: E402 (reads the environment)
from checkov.runner_filter import RunnerFilter  # noqa: E402
from checkov.terraform.plan_runner import Runner as PlanRunner  # noqa: E402

RUNNERS = {".json": ("terraform_plan", PlanRunner), ".yaml": ("kubernetes", KubernetesRunner)}


def judge(file):
    logging.disable(logging.WARNING)
    framework, runner = RUNNERS[pathlib.Path(file).suffix]
    report = runner().run(root_folder=None, files=[file], runner_filter=RunnerFilter(framework=[framework]))
    if not report.passed_checks or report.parsing_errors:
        raise ValueError(f"Checkov did not understand {file}")
    return pathlib.Path(file).name, sorted({(check.check_id, check.resource) for check in report.failed_checks})


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        for name, findings in pool.imap(judge, sys.argv[1:], chunksize=1):
            print(json.dumps([name, findings]), flush=True)
