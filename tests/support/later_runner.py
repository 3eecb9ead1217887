"""A runner whose jobs wait until the test lets them be done."""

from journal.app.runner import ImmediateRunner, ignore


class LaterRunner:
    """Does its jobs when told to."""

    def __init__(self):
        self.jobs = []

    def run(self, job, then=ignore, failed=None):
        self.jobs.append(lambda: ImmediateRunner().run(job, then, failed))

    def work(self):
        while self.jobs:
            self.jobs.pop(0)()
