"""A log-linear model of counts whose variance is a multiple of their mean, fitted by reweighted least squares."""

import numpy as np
from numba import njit

_ROUNDS = 25
_PRECISION = 1e-9


@njit(cache=True)
def fit(counts, design, weights, penalty):
    """Maximum quasi-likelihood (McCullagh & Nelder 1989, ch. 2).

    ``counts`` float64 [n], ``design`` float64 [n, columns], ``weights`` float64 [n] prior weights, ``penalty``
    float64 [columns] ridge (0: none). Returns coefficients, fitted means, the inverse information (the coefficients' covariance at dispersion 1), Pearson's dispersion, and
    whether it converged.
    """
    n, columns = design.shape
    beta, information = np.zeros(columns), np.zeros((columns, columns))
    means = counts + 0.1
    linear = np.log(means)
    deviance, converged = np.inf, False
    for _ in range(_ROUNDS):
        information[:] = 0.0
        score = np.zeros(columns)
        for i in range(n):
            weight = weights[i] * means[i]
            working = linear[i] + counts[i] / means[i] - 1.0
            for a in range(columns):
                left = weight * design[i, a]
                if left != 0.0:
                    score[a] += left * working
                    for b in range(a + 1):
                        information[a, b] += left * design[i, b]
        for a in range(columns):
            information[a, a] += (
                penalty[a] + 1e-10 + 1e-12 * information[a, a]
            )  # a season without cases has no level
            for b in range(a):
                information[b, a] = information[a, b]
        beta = np.linalg.solve(information, score)
        before, deviance = deviance, 0.0
        for i in range(n):
            linear[i] = 0.0
            for a in range(columns):
                linear[i] += design[i, a] * beta[a]
            linear[i] = min(max(linear[i], -30.0), 30.0)
            means[i] = np.exp(linear[i])
            gain = counts[i] * np.log(counts[i] / means[i]) if counts[i] > 0 else 0.0
            deviance += 2 * weights[i] * (gain - counts[i] + means[i])
        if abs(deviance - before) < _PRECISION * (abs(deviance) + 0.1):
            converged = True
            break
    pearson = 0.0
    for i in range(n):
        pearson += weights[i] * (counts[i] - means[i]) ** 2 / means[i]
    freedom = n - columns
    return beta, means, np.linalg.inv(information), pearson / freedom if freedom > 0 else np.nan, converged
