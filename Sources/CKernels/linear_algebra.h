// Products and sums of dense vectors and matrices, in a fixed order of additions.
//
// Shapes of blocks are chosen per instruction set (see kernels_*.c). No result depends on them:
// blocks split the outputs, and a sum over k is at most interrupted, stored and taken up again.
#ifndef LINEAR_ALGEBRA_H
#define LINEAR_ALGEBRA_H

#include "bits.h"

// ---- Matrix times matrix -----------------------------------------------------------------------

/// One register, unaligned in memory.
typedef double lanes __attribute__((ext_vector_type(LANES), aligned(8)));
#define TILE_COLUMNS (TILE_REGISTERS * LANES)

enum {
  depth_block = 192,  // a packed panel of B stays in the first-level cache
  row_block = 128     // and this many rows of A in the second
};

/// Where A's entry (i, p) is; in A^T B, A is k x m.
INLINE size_t place(const int transposed, size_t lda, size_t i, size_t p) {
  return transposed ? p * lda + i : i * lda + p;
}

/// C = A B (or, unless fresh, C += A B) for rows x (registers * LANES) entries of C, which stay in
/// registers over all of k. The numbers up to `transposed` are constants where this is inlined:
/// their loops vanish.
INLINE void tile(const int rows, const int registers, const int transposed, size_t k,
                 const double *A, size_t lda, const double *B, size_t ldb, double *C, size_t ldc,
                 int fresh) {
  lanes sum[TILE_ROWS][TILE_REGISTERS];
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < registers; j++)
      sum[i][j] = fresh ? (lanes)0.0 : *(const lanes *)(C + i * ldc + j * LANES);
  for (size_t p = 0; p < k; p++) {
    lanes b[TILE_REGISTERS];
    for (int j = 0; j < registers; j++) b[j] = *(const lanes *)(B + p * ldb + j * LANES);
    for (int i = 0; i < rows; i++)
      for (int j = 0; j < registers; j++) sum[i][j] += (lanes)A[place(transposed, lda, i, p)] * b[j];
  }
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < registers; j++) *(lanes *)(C + i * ldc + j * LANES) = sum[i][j];
}

/// A column of tiles: `m` rows of C, as many at a time as registers allow.
INLINE void tile_column(const int registers, const int transposed, size_t m, size_t k,
                        const double *A, size_t lda, const double *B, size_t ldb, double *C,
                        size_t ldc, int fresh) {
  const size_t step = place(transposed, lda, 1, 0);
  size_t i = 0;
  for (; i + TILE_ROWS <= m; i += TILE_ROWS)
    tile(TILE_ROWS, registers, transposed, k, A + i * step, lda, B, ldb, C + i * ldc, ldc, fresh);
  for (; i + 2 <= m; i += 2)
    tile(2, registers, transposed, k, A + i * step, lda, B, ldb, C + i * ldc, ldc, fresh);
  if (i < m)
    tile(1, registers, transposed, k, A + i * step, lda, B, ldb, C + i * ldc, ldc, fresh);
}

/// The same for the `width` last columns, fewer than a register holds: on zero-padded copies.
INLINE void narrow_column(size_t width, const int transposed, size_t m, size_t k, const double *A,
                          size_t lda, const double *B, size_t ldb, double *C, size_t ldc,
                          int fresh) {
  double padded_b[depth_block * LANES], padded_c[row_block * LANES];
  for (size_t p = 0; p < k; p++)
    for (size_t j = 0; j < LANES; j++) padded_b[p * LANES + j] = j < width ? B[p * ldb + j] : 0.0;
  if (!fresh)
    for (size_t i = 0; i < m; i++)
      for (size_t j = 0; j < LANES; j++) padded_c[i * LANES + j] = j < width ? C[i * ldc + j] : 0.0;
  tile_column(1, transposed, m, k, A, lda, padded_b, LANES, padded_c, LANES, fresh);
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < width; j++) C[i * ldc + j] = padded_c[i * LANES + j];
}

/// All columns of a block of rows and a stretch of k.
INLINE void row_panel(const int transposed, size_t m, size_t n, size_t k, const double *A,
                      size_t lda, const double *B, size_t ldb, double *C, size_t ldc, int fresh) {
  double panel[depth_block * TILE_COLUMNS];
  // Copying a panel side by side pays when many rows use it and B is too wide for the first cache.
  const int packs = m >= 32 && k * ldb > 2048;
  size_t j = 0;
  while (n - j >= TILE_COLUMNS && n - j != TILE_COLUMNS + LANES) {
    if (packs)
      for (size_t p = 0; p < k; p++)
        __builtin_memcpy(panel + p * TILE_COLUMNS, B + p * ldb + j, TILE_COLUMNS * sizeof(double));
    tile_column(TILE_REGISTERS, transposed, m, k, A, lda, packs ? panel : B + j,
                packs ? TILE_COLUMNS : ldb, C + j, ldc, fresh);
    j += TILE_COLUMNS;
  }
  // Two registers at a time: a single one has too few sums under way.
  for (; n - j >= 2 * LANES; j += 2 * LANES)
    tile_column(2, transposed, m, k, A, lda, B + j, ldb, C + j, ldc, fresh);
  for (; n - j >= LANES; j += LANES)
    tile_column(1, transposed, m, k, A, lda, B + j, ldb, C + j, ldc, fresh);
  if (j < n) narrow_column(n - j, transposed, m, k, A, lda, B + j, ldb, C + j, ldc, fresh);
}

/// A few products as plain loops: for the 2 x 2 of the lecture a tile would be mostly padding.
static void small_gemm(size_t m, size_t n, size_t k, const double *restrict A, size_t lda,
                       const double *restrict B, size_t ldb, double *restrict C, size_t ldc) {
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) {
      double sum = 0.0;
      for (size_t p = 0; p < k; p++) sum += A[i * lda + p] * B[p * ldb + j];
      C[i * ldc + j] = sum;
    }
}

/// Blocks of k and of rows, `fresh` or added to what C holds.
INLINE void blocks(const int transposed, size_t m, size_t n, size_t k, const double *A, size_t lda,
                   const double *B, size_t ldb, double *C, size_t ldc, int fresh) {
  for (size_t p = 0; p < k; p += depth_block) {
    size_t depth = k - p < depth_block ? k - p : depth_block;
    for (size_t i = 0; i < m; i += row_block) {
      size_t rows = m - i < row_block ? m - i : row_block;
      row_panel(transposed, rows, n, depth, A + place(transposed, lda, i, p), lda, B + p * ldb, ldb,
                C + i * ldc, ldc, fresh && p == 0);
    }
  }
}

static void gemm(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B,
                 size_t ldb, double *C, size_t ldc) {
  if (m == 0 || n == 0) return;
  if (k == 0 || (n <= 4 && m * k <= 64))
    small_gemm(m, n, k, A, lda, B, ldb, C, ldc);
  else
    blocks(0, m, n, k, A, lda, B, ldb, C, ldc, 1);
}

/// C = A^T B with A k x m.
static void gemm_tn(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B,
                    size_t ldb, double *C, size_t ldc) {
  if (m == 0 || n == 0) return;
  if (k == 0)
    small_gemm(m, n, 0, A, lda, B, ldb, C, ldc);
  else
    blocks(1, m, n, k, A, lda, B, ldb, C, ldc, 1);
}

/// C += A B.
static void gemm_add(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B,
                     size_t ldb, double *C, size_t ldc) {
  if (m > 0 && n > 0) blocks(0, m, n, k, A, lda, B, ldb, C, ldc, 0);
}

// ---- Sums in the 8-lane order ------------------------------------------------------------------

/// The eight running sums, whatever the width of a register.
typedef double eight __attribute__((ext_vector_type(8), aligned(8)));

INLINE double tree(const double lane[8]) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

/// Y = X A^T, or where it is scaled each row of it times its own factor inside the products, for a
/// constant number of rows of A and of X at a time, which hides the latency of the additions and reads
/// A once for several x.
INLINE void dot_rows(const int rows, const int vectors, const int scaled, size_t n,
                     const double *factors, const double *A, size_t lda, const double *X,
                     size_t ldx, double *Y, size_t ldy) {
  eight sum[DOT_ROWS][DOT_VECTORS];
  for (int i = 0; i < rows; i++)
    for (int c = 0; c < vectors; c++) sum[i][c] = (eight)0.0;
  size_t j = 0;
  for (; j + 8 <= n; j += 8)
    for (int i = 0; i < rows; i++) {
      eight a = *(const eight *)(A + i * lda + j);
      for (int c = 0; c < vectors; c++)
        sum[i][c] += (scaled ? (eight)factors[c] * a : a) * *(const eight *)(X + c * ldx + j);
    }
  for (int i = 0; i < rows; i++)
    for (int c = 0; c < vectors; c++) {
      double lane[8];
      *(eight *)lane = sum[i][c];
#pragma clang loop vectorize(disable) unroll(disable)
      for (size_t l = 0; j + l < n; l++) {
        double a = A[i * lda + j + l];
        lane[l] += (scaled ? factors[c] * a : a) * X[c * ldx + j + l];
      }
      Y[c * ldy + i] = tree(lane);
    }
}

INLINE void all_rows(const int vectors, const int scaled, size_t m, size_t n,
                     const double *factors, const double *A, size_t lda, const double *X,
                     size_t ldx, double *Y, size_t ldy) {
  // Several vectors are several sums for each row already.
  const int rows = vectors > 1 ? MANY_ROWS : DOT_ROWS;
  size_t i = 0;
  for (; i + rows <= m; i += rows)
    dot_rows(rows, vectors, scaled, n, factors, A + i * lda, lda, X, ldx, Y + i, ldy);
  for (; i < m; i++)
    dot_rows(1, vectors, scaled, n, factors, A + i * lda, lda, X, ldx, Y + i, ldy);
}

static void gemv(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y) {
  all_rows(1, 0, m, n, (double[]){1.0}, A, lda, x, 0, y, 0);
}

/// y = (factor A) x.
static void gemv_scaled(size_t m, size_t n, double factor, const double *A, size_t lda,
                        const double *x, double *y) {
  all_rows(1, 1, m, n, &factor, A, lda, x, 0, y, 0);
}

/// Row c of Y = (factors[c] A) times row c of X.
static void gemv_scaled_each(size_t count, size_t m, size_t n, const double *factors,
                             const double *A, size_t lda, const double *X, double *Y) {
  // Rows that stay in the first cache while every x passes.
  enum { rows = 16 };
  for (size_t i = 0; i < m; i += rows) {
    size_t some = m - i < rows ? m - i : rows, c = 0;
    const double *a = A + i * lda;
    for (; c + DOT_VECTORS <= count; c += DOT_VECTORS)
      all_rows(DOT_VECTORS, 1, some, n, factors + c, a, lda, X + c * n, n, Y + c * m + i, m);
    for (; c < count; c++)
      all_rows(1, 1, some, n, factors + c, a, lda, X + c * n, n, Y + c * m + i, m);
  }
}

static double dot(const double *a, const double *b, size_t n) {
  double result;
  dot_rows(1, 1, 0, n, (double[]){1.0}, a, 0, b, 0, &result, 0);
  return result;
}

static double sumsq(const double *x, size_t n) { return dot(x, x, n); }

/// Compares the bits of magnitudes as integers, whose order is the numbers', with nan on top.
static double maxabs(const double *x, size_t n) {
  int64_t most = 0;
  for (size_t i = 0; i < n; i++) {
    int64_t b = (int64_t)(bits_of(x[i]) & ~SIGN_BIT);
    most = b > most ? b : most;
  }
  return from_bits((uint64_t)most);
}

/// The same for the least of them, with nan on top too.
static double minabs(const double *x, size_t n) {
  int64_t least = n > 0 ? INT64_MAX : 0;
  for (size_t i = 0; i < n; i++) {
    int64_t b = (int64_t)(bits_of(x[i]) & ~SIGN_BIT);
    least = b < least ? b : least;
  }
  return from_bits((uint64_t)least);
}

// ---- Rows added up -----------------------------------------------------------------------------

/// Four rows at a time, so that y is read and written a quarter as often; each entry times a factor
/// first where it is scaled.
INLINE void add_rows(const int scaled, size_t m, size_t n, double factor, const double *restrict A,
                     size_t lda, const double *restrict x, double *restrict y) {
#define ENTRY(a) (scaled ? factor * (a) : (a))
  for (size_t j = 0; j < n; j++) y[j] = 0.0;
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const double *a = A + i * lda, *b = a + lda, *c = b + lda, *d = c + lda;
    double p = x[i], q = x[i + 1], r = x[i + 2], s = x[i + 3];
    for (size_t j = 0; j < n; j++)
      y[j] = (((y[j] + ENTRY(a[j]) * p) + ENTRY(b[j]) * q) + ENTRY(c[j]) * r) + ENTRY(d[j]) * s;
  }
  for (; i < m; i++)
    for (size_t j = 0; j < n; j++) y[j] = y[j] + ENTRY(A[i * lda + j]) * x[i];
#undef ENTRY
}

static void gemv_t(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y) {
  add_rows(0, m, n, 1.0, A, lda, x, y);
}

/// y = (factor A)^T x.
static void gemv_t_scaled(size_t m, size_t n, double factor, const double *A, size_t lda,
                          const double *x, double *y) {
  add_rows(1, m, n, factor, A, lda, x, y);
}

static void scale(double *out, double factor, const double *x, size_t n) {
#pragma clang loop vectorize(assume_safety)
  for (size_t i = 0; i < n; i++) out[i] = factor * x[i];
}

static void multiply(double *restrict y, const double *restrict x, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = y[i] * x[i];
}

/// C's rows plus b.
static void add_to_rows(size_t m, size_t n, double *restrict C, const double *restrict b) {
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) C[i * n + j] = C[i * n + j] + b[j];
}

/// The rows of C added up in order.
static void sum_rows(size_t m, size_t n, const double *restrict C, double *restrict sum) {
  for (size_t j = 0; j < n; j++) sum[j] = 0.0;
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) sum[j] = sum[j] + C[i * n + j];
}

static void axpy(double *restrict y, double factor, const double *restrict x, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = y[i] + factor * x[i];
}

#endif
