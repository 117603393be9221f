# Reads series (one a line), judges their last weeks with surveillance's farringtonFlexible as Noufaily et al. set it,
# and prints the CPU seconds per area-week, then every bound.
suppressPackageStartupMessages(library(surveillance))
arguments <- commandArgs(trailingOnly = TRUE)
table <- t(as.matrix(read.csv(arguments[1], header = FALSE)))
weeks <- as.integer(arguments[2])
control <- list(range = (nrow(table) - weeks + 1):nrow(table), noPeriods = 10, b = 4, w = 3, weightsThreshold = 2.58,
                pastWeeksNotIncluded = 26, pThresholdTrend = 0.05, thresholdMethod = "nbPlugin", alpha = 0.01)
took <- 0
bounds <- c()
for (area in seq_len(ncol(table))) {
  series <- sts(observed = matrix(table[, area]), start = c(2019, 1), frequency = 52)
  took <- took + sum(system.time(found <- farringtonFlexible(series, control))[1:2])
  bounds <- c(bounds, upperbound(found))
}
cat(took / (ncol(table) * weeks), bounds, "\n")
