enum PlottingHome {}
