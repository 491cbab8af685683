"""PDF files read in a process of their own, which starts with the first one and ends with foidata."""

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from functools import cache

from foidata.documents.pdf.worker import SECONDS, SIZE, TOO_LONG

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from foidata.documents.pdf.worker import serve; serve()"
)


@dataclass
class _Worker:
    """The process, and the way to it for one file at a time."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    process: "subprocess.Popen[bytes] | None" = None

    def ask(self, data: bytes) -> dict[str, str]:
        """The process's answer about a file; why there is none when the file ended it."""
        with self.lock:
            if self.process is None or self.process.poll() is not None:
                self.process = self._started()
            process = self.process
            if process.stdin is None or process.stdout is None:
                raise AssertionError("the process is started with pipes")
            try:
                process.stdin.write(SIZE.pack(len(data)))
                process.stdin.write(data)
                process.stdin.flush()
                head = process.stdout.read(SIZE.size)
                answer = process.stdout.read(SIZE.unpack(head)[0]) if len(head) == SIZE.size else b""
            except BrokenPipeError:
                answer = b""
            if answer:
                found: dict[str, str] = json.loads(answer)
                return found
            self.end()
            if process.returncode == TOO_LONG:
                return {"refused": f"takes longer than {SECONDS} seconds to read; print it to a new PDF and try again"}
            return {"refused": "a PDF file that cannot be taken apart; print it to a new PDF and try again"}

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-I", "-c", _PROGRAM, json.dumps([path or os.getcwd() for path in sys.path])]  # noqa: PTH109
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603

    def end(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@cache
def _worker(owner: int) -> _Worker:  # noqa: ARG001  # a process that was forked off must not talk to its parent's worker
    worker = _Worker()
    atexit.register(worker.end)
    return worker


def ask(data: bytes) -> dict[str, str]:
    """What the process that takes PDF files apart says of one: `text`, or `refused` with the reason."""
    return _worker(os.getpid()).ask(data)
