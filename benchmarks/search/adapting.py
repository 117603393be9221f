"""The maps: principal components for articles, and for questions a linear map learned with a softmax over all articles."""

import numpy as np

from gongdao.law.search.learned import Maps

DIMENSIONS = 256
_SHARP = 25.0  # inverse temperature of the softmax
_RATE, _ROUNDS, _BATCH = 0.0006, 24, 64
_PULL = 0.001  # towards the map that reads a question as it is
_SEEN = 20_000  # articles in one round beside those asked for; others come in other rounds


def components(articles: np.ndarray, questions: np.ndarray, model: str) -> Maps:
    """The maps before anything is learned. float32 [n, 384], [m, 384]."""
    centre = articles.mean(0)
    centred = articles - centre
    _, axes = np.linalg.eigh(centred.T @ centred)
    passage = np.ascontiguousarray(axes[:, ::-1][:, :DIMENSIONS]).astype(np.float32)
    # so that questions, which lie near articles, are about of length 1 as well
    passage /= np.linalg.norm(centred @ passage, axis=1).mean()
    return Maps(model, centre, questions.mean(0), passage, passage.copy())


def adapt(
    maps: Maps,
    questions: np.ndarray,
    gold: list[tuple[int, ...]],
    articles: np.ndarray,
    seed: int,
    rounds: int = _ROUNDS,
) -> Maps:
    """Learns the adapter. ``articles`` are mapped already: float32 [n, dimensions]."""
    random = np.random.default_rng(seed)
    centred = questions - maps.centre_of_questions
    w = maps.adapter.copy()
    start = w.copy()
    first, second, step = np.zeros_like(w), np.zeros_like(w), 0
    asked_for = np.unique([d for some in gold for d in some])
    for _ in range(rounds):
        order = random.permutation(len(gold))
        others = random.choice(len(articles), min(_SEEN, len(articles)), replace=False)
        seen = np.union1d(asked_for, others)
        here = articles[seen]
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            x = centred[batch]
            scores = _SHARP * (x @ w) @ here.T
            scores -= scores.max(1, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(1, keepdims=True)
            for row, question in enumerate(batch):
                scores[row, np.searchsorted(seen, gold[question])] -= 1 / len(gold[question])
            gradient = _SHARP * x.T @ (scores @ here) / len(batch) + _PULL * (w - start)
            step += 1
            first = 0.9 * first + 0.1 * gradient
            second = 0.99 * second + 0.01 * gradient**2
            w -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return Maps(maps.model, maps.centre_of_articles, maps.centre_of_questions, maps.passage, w)
