# What of the module random cannot be had is refused before the run, with what to write instead.
# underlines: SystemRandom
# underlines: SystemRandom
# underlines: choise
# underlines: random.uniform(1)
# underlines: SystemRandom
import random
from random import SystemRandom

print(random.random(), random.SystemRandom(3))
print(random.choise(["soup", "tea"]), random.uniform(1))
random.SystemRandom()
