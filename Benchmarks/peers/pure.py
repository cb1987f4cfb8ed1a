"""Case a in pure Python, as a whole process."""
n, depth = 2, 150
eye = [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]
weights = [[[1.5 * v for v in row] for row in eye] for _ in range(depth - 1)] + [eye]
a = [[1.0] * n]
for w in weights:
    a.append([sum(w[i][j] * a[-1][j] for j in range(n)) for i in range(n)])
g = [1.0] * n
gradients = [None] * depth
for l in range(depth - 1, -1, -1):
    gradients[l] = [[g[i] * a[l][j] for j in range(n)] for i in range(n)]
    g = [sum(weights[l][i][j] * g[i] for i in range(n)) for j in range(n)]
print(g[0], gradients[0][0][0])
