// Householder QR by blocks of columns, and one-sided Jacobi on rows with exponents.
//
// The blocks have one width on every instruction set: it is part of the order of additions.
#ifndef ORTHOGONAL_H
#define ORTHOGONAL_H

#include "CKernels.h"
#include "linear_algebra.h"

enum { qr_block = FK_QR_BLOCK };

/// Reflects each column of a panel in turn; `panel` is transposed (w rows of length m), so that
/// columns are contiguous. Leaves R's part in its lower triangle (row j: entries 0 ... j) and the
/// reflectors beyond, with v[j] = 1 understood; tau[j] is the factor of I - tau v v^T.
static void reflect_panel(size_t m, size_t w, double *panel, size_t ld, double *tau) {
  for (size_t j = 0; j < w; j++) {
    double *x = panel + j * ld;
    tau[j] = 0.0;
    if (j >= m) continue;
    double rest = dot(x + j + 1, x + j + 1, m - j - 1);
    double head = x[j];
    if (rest == 0.0) continue;  // already zero below the diagonal
    double norm = __builtin_sqrt(head * head + rest);
    double top = head < 0.0 ? norm : -norm;
    tau[j] = (top - head) / top;
    double inverse = 1.0 / (head - top);
    scale(x + j + 1, inverse, x + j + 1, m - j - 1);
    x[j] = top;
    double *right = panel + (j + 1) * ld;
    double products[qr_block];
    gemv(w - j - 1, m - j - 1, right + j + 1, ld, x + j + 1, products);
    for (size_t c = j + 1; c < w; c++) {
      double *y = panel + c * ld;
      double s = tau[j] * (y[j] + products[c - j - 1]);
      y[j] -= s;
      axpy(y + j + 1, -s, x + j + 1, m - j - 1);
    }
  }
}

/// T of I - V T V^T = H0 H1 ..., upper triangular w x w: T[i][j] = -tau_j T[i][..] (V^T v_j).
static void compact(size_t m, size_t w, const double *vt, size_t ld, const double *tau, double *T) {
  for (size_t j = 0; j < w; j++) {
    double products[qr_block];
    gemv(j, m - j, vt + j, ld, vt + j * ld + j, products);
    for (size_t i = 0; i < w; i++) {
      double sum = 0.0;
      for (size_t l = i; l < j; l++) sum += T[i * w + l] * products[l];
      T[i * w + j] = i < j ? -tau[j] * sum : i == j ? tau[j] : 0.0;
    }
  }
}

/// The block of columns from `first` on of A (m x n): its R, its reflectors into `q`, and the
/// columns right of it updated. q holds w x (m - first) for V^T, its negative's transpose, and T.
static void qr_step(size_t m, size_t n, size_t first, double *A, size_t lda, double *q,
                    double *work) {
  size_t rows = m - first, least = m < n ? m : n;
  size_t w = least - first < qr_block ? least - first : qr_block;
  double *vt = q, *v = q + w * rows, *T = v + w * rows;
  double tau[qr_block];
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < w; j++) vt[j * rows + i] = A[(first + i) * lda + first + j];
  reflect_panel(rows, w, vt, rows, tau);
  for (size_t j = 0; j < w; j++) {
    for (size_t i = 0; i < rows; i++)
      A[(first + i) * lda + first + j] = i <= j ? vt[j * rows + i] : 0.0;
    for (size_t i = 0; i < j; i++) vt[j * rows + i] = 0.0;
    vt[j * rows + j] = 1.0;
  }
  compact(rows, w, vt, rows, tau, T);
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < w; j++) v[i * w + j] = -vt[j * rows + i];
  size_t rest = n - first - w;
  if (rest == 0) return;
  double *C = A + first * lda + first + w;
  double *products = work, *turned = work + w * rest;
  gemm(w, rest, rows, vt, rows, C, lda, products, rest);
  gemm_tn(w, rest, w, T, w, products, rest, turned, rest);
  gemm_add(rows, rest, w, v, w, turned, rest, C, lda);
}

/// M <- M (I - V T V^T) for the block's reflectors, on the columns from `first` on of M (r x m).
static void qr_turn(size_t r, size_t m, size_t first, size_t w, double *M, size_t ldm,
                    const double *q, double *work) {
  size_t rows = m - first;
  const double *vt = q, *v = q + w * rows, *T = v + w * rows;
  double *products = work, *turned = work + r * w;
  gemm(r, w, rows, M + first, ldm, v, w, products, w);  // -M V
  gemm(r, w, w, products, w, T, w, turned, w);
  gemm_add(r, rows, w, turned, w, vt, rows, M + first, ldm);
}

// ---- One-sided Jacobi --------------------------------------------------------------------------

/// Brings a row's sum of squares into [1, 4) by a power of two, kept in its exponent.
static void renormalise(double *y, size_t n, double *square, int64_t *exponent) {
  int64_t power = ((int64_t)(bits_of(*square) >> 52) - 1023) >> 1;
  if (power == 0) return;
  scale(y, power_of_two(-power), y, n);
  *square = dot(y, y, n);
  *exponent += power;
}

/// Rotates rows `big` and `small` (the exponents' difference d >= 0) so that they are orthogonal.
static void rotate(double *restrict big, double *restrict small, size_t n, double product,
                   double big_square, double small_square, int64_t d) {
  double q = d > 500 ? 0.0 : power_of_two(-d);
  double w = (small_square * q * q - big_square) / (2.0 * product);
  double size = w < 0.0 ? -w : w;
  double tangent = (w < 0.0 ? -1.0 : 1.0) / (size + __builtin_sqrt(q * q + w * w));
  double t = q * tangent;
  double cosine = 1.0 / __builtin_sqrt(1.0 + t * t);
  double up = cosine * (q * t), down = cosine * tangent;
  for (size_t i = 0; i < n; i++) {
    double x = big[i], y = small[i];
    big[i] = cosine * x - up * y;
    small[i] = down * x + cosine * y;
  }
}

/// Part of a sweep: pairs (order[i], order[j]) for i in [from, to), j > i.
static size_t jacobi_rows(size_t k, size_t n, double *Y, size_t ld, int64_t *e, double *squares,
                          const uint32_t *order, size_t from, size_t to, double tolerance,
                          double noise) {
  size_t rotations = 0;
  for (size_t i = from; i < to; i++)
    for (size_t j = i + 1; j < k; j++) {
      size_t a = order[i], b = order[j];
      if (squares[a] == 0.0 || squares[b] == 0.0) continue;
      double product = dot(Y + a * ld, Y + b * ld, n);
      if (product * product <= tolerance * tolerance * squares[a] * squares[b]) continue;
      if (e[a] < e[b] || (e[a] == e[b] && squares[a] < squares[b])) {
        size_t other = a;
        a = b;
        b = other;
      }
      double before = squares[b];
      rotate(Y + a * ld, Y + b * ld, n, product, squares[a], squares[b], e[a] - e[b]);
      squares[a] = dot(Y + a * ld, Y + a * ld, n);
      squares[b] = dot(Y + b * ld, Y + b * ld, n);
      rotations++;
      if (squares[b] <= noise * noise * before) squares[b] = 0.0;  // nothing but rounding is left
      if (squares[a] > 0.0) renormalise(Y + a * ld, n, squares + a, e + a);
      if (squares[b] > 0.0) renormalise(Y + b * ld, n, squares + b, e + b);
    }
  return rotations;
}

#endif
