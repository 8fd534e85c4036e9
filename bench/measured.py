"""What the benchmarks share: times, ratios of what ran side by side, tables, and tools of others outside the tree."""

import contextlib
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

BENCH = pathlib.Path(__file__).resolve().parent
ROOT = BENCH.parent
RESULTS = BENCH / "results"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "palisade"


def timed(command, accepted=(0,), **options):
    """Milliseconds from its start to its end; how it ends is checked, so that no failure passes for speed."""
    begun = time.perf_counter()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    took = (time.perf_counter() - begun) * 1000
    if done.returncode not in accepted:
        raise SystemExit(f"error: {command[0]} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-2000:]}")
    return took


def run(command, **options):
    """Its standard output; the rest goes to standard error."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode:
        raise SystemExit(f"error: {command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}")
    return done.stdout


def forget(*places):
    """Drops the files below from the page cache, as on a machine that has just got them."""
    for place in places:
        for file in [place] if place.is_file() else place.rglob("*"):
            with contextlib.suppress(OSError):
                if file.is_file():
                    descriptor = os.open(file, os.O_RDONLY)
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                    os.close(descriptor)


def installed(tool):
    """Where a program on PATH really is, for instance /usr/lib/jvm/x/bin/java."""
    found = shutil.which(tool)
    if found is None:
        raise SystemExit(f"error: {tool} is not on PATH: install it")
    return pathlib.Path(found).resolve()


def jdk():
    home = os.environ.get("JAVA_HOME")
    return pathlib.Path(home) if home else installed("java").parent.parent


def checkov():
    """The home of Checkov in the version that the cross-check uses."""
    version = "3.3.30"
    home = CACHE / f"checkov-{version}"
    if not (home / "bin" / "checkov").exists():
        venv.create(home, with_pip=True)
        run([home / "bin" / "pip", "install", "-q", f"checkov=={version}"])
    return home


def kube_score():
    """kube-score in the version that the cross-check uses."""
    home = CACHE / "kube-score-of-bench"
    run(["go", "build", "-trimpath", "-o", f"{home}/", "tool"], cwd=ROOT / "e2e/tools/kube-score", env=os.environ | {"CGO_ENABLED": "0"})
    return home / "kube-score"


def trivy():
    """Trivy with the checks that it is built with; the first time it is built, which takes minutes."""
    version = "0.69.3"
    binary = CACHE / f"trivy-{version}" / "trivy"
    if not binary.exists():
        module = json.loads(run(["go", "mod", "download", "-json", f"github.com/aquasecurity/trivy@v{version}"]))
        with tempfile.TemporaryDirectory() as directory:
            # Its module can't be installed as a dependency, and the cache of modules is for reading only.
            source = shutil.copytree(module["Dir"], pathlib.Path(directory) / "source")
            run(["chmod", "-R", "u+w", source])
            run(["go", "build", "-mod=mod", "-trimpath", "-ldflags", "-s -w", "-o", binary, "./cmd/trivy"], cwd=source,
                env=os.environ | {"CGO_ENABLED": "0", "GOEXPERIMENT": "jsonv2"})
    return binary


def npm(peer):
    """A copy of a peer with its locked dependencies, kept by what the lock says."""
    lock = (BENCH / "peers" / peer / "package-lock.json").read_bytes()
    home = CACHE / f"{peer}-{hashlib.sha256(lock).hexdigest()[:12]}"
    shutil.copytree(BENCH / "peers" / peer, home, dirs_exist_ok=True)
    if not (home / "node_modules" / ".package-lock.json").exists():
        run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=home)
    return home


def end_to_end(work):
    """The java command with the class path of the end-to-end tests and of what is measured with their help."""
    run(["./mvnw", "-q", "-B", "-f", "build-pom.xml", "-pl", "e2e", "-am", "-Pe2e", "test-compile",
         "org.apache.maven.plugins:maven-dependency-plugin:build-classpath", "-Dmdep.includeScope=test",
         "-Dmdep.outputFile=target/test.classpath"], cwd=ROOT)
    path = f"{ROOT}/e2e/target/test-classes:" + (ROOT / "e2e/target/test.classpath").read_text(encoding="utf-8").strip()
    sources = sorted((BENCH / "java/dev/palisade/e2e").rglob("*.java"))
    run([jdk() / "bin/javac", "-nowarn", "-proc:none", "-d", work / "classes", "-cp", path, *sources])
    return [jdk() / "bin/java", "-cp", f"{work}/classes:{path}"]


def ratios(over, under):
    """The quotients of what was measured in the same turn."""
    return [a / b for a, b in zip(over, under)]


def spread(values, form="{:,.0f}"):
    return " / ".join(form.format(pick(values)) for pick in (min, statistics.median, max))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def machine():
    version = re.search(r'JAVA_VERSION="(\d+)', (jdk() / "release").read_text(encoding="utf-8"))
    return f"{datetime.date.today()}, {os.cpu_count()} cores, JDK {version[1]}"


def keep(name, text, figures):
    """Writes a page of results, and the figures that later runs are held to: a name and its values."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    summary = {figure: dict(zip(("min", "median", "max"), (round(pick(values), 4) for pick in (min, statistics.median, max))))
               for figure, values in figures.items()}
    (RESULTS / f"{name}.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


def say(text):
    print(text, file=sys.stderr, flush=True)
