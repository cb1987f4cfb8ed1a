"""A figure in another library, as a whole process: `figures.py uniplot|plotext 150|1e6 [FILE]`.

150: 1.5^l and 0.5^l on a log axis, 72 x 20. 1e6: the numbers of FILE, one a line (or .npy)."""
import sys

import numpy as np

library, size = sys.argv[1:3]
if size == "150":
    l = np.arange(151)
    lines = [1.5**l, 0.5**l]
else:
    lines = [np.load(sys.argv[3])]
if library == "uniplot":
    import uniplot

    uniplot.plot(lines, y_as_log=size == "150", width=62, height=17, lines=True)
else:
    import plotext

    for line in lines:
        plotext.plot(line.tolist())
    if size == "150":
        plotext.yscale("log")
    plotext.plotsize(72, 20)
    plotext.show()
