"""Prints, for each plan of Terraform, a line of JSON: its name and what Checkov finds. Runs in Checkov's own Python.

Checkov is loaded once, and each plan is judged in a process of its own that is as fresh as after a start.
"""

import json
import logging
import multiprocessing
import os
import pathlib
import sys

os.environ["BC_SKIP_MAPPING"] = "TRUE"
os.environ["LOG_LEVEL"] = "ERROR"

from checkov.runner_filter import RunnerFilter  # noqa: E402 (reads the environment)
from checkov.terraform.plan_runner import Runner  # noqa: E402


def judge(plan):
    logging.disable(logging.WARNING)
    report = Runner().run(root_folder=None, files=[plan], runner_filter=RunnerFilter(framework=["terraform_plan"]))
    if not report.passed_checks or report.parsing_errors:
        raise ValueError(f"Checkov did not understand {plan}")
    return pathlib.Path(plan).stem, sorted({(check.check_id, check.resource) for check in report.failed_checks})


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        for name, findings in pool.imap(judge, sys.argv[1:], chunksize=1):
            print(json.dumps([name, findings]), flush=True)
