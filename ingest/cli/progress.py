"""The progress of a refresh on a terminal."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn


class Display:
    """A line for the step that runs, with a bar where the step can be counted. Gone when the run ends."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self.progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.task: TaskID | None = None
        self.step = ""

    def __enter__(self) -> "Display":
        self.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.progress.stop()

    def __call__(self, step: str, done: int, total: int) -> None:
        if step != self.step or self.task is None:
            if self.task is not None:
                self.progress.remove_task(self.task)
            self.task = self.progress.add_task(self.names.get(step, step), total=None)
            self.step = step
        if total:
            self.progress.update(self.task, completed=done, total=total)
