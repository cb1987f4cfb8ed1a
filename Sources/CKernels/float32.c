// Products in float32 arithmetic, for what a network shows in a small format.
//
// Not compiled per instruction set: sequential sums of strided rows gain nothing from wide vectors.
#include "CKernels.h"

enum { float_rows = 8 };

void fk_gemv_f32(size_t m, size_t n, const double *restrict A, size_t lda,
                 const double *restrict x, double *restrict y) {
  size_t i = 0;
  for (; i + float_rows <= m; i += float_rows) {
    float sum[float_rows] = {0};
    for (size_t j = 0; j < n; j++)
      for (int r = 0; r < float_rows; r++)
        sum[r] = sum[r] + (float)A[(i + r) * lda + j] * (float)x[j];
    for (int r = 0; r < float_rows; r++) y[i + r] = sum[r];
  }
  for (; i < m; i++) {
    float sum = 0;
    for (size_t j = 0; j < n; j++) sum = sum + (float)A[i * lda + j] * (float)x[j];
    y[i] = sum;
  }
}

void fk_gemv_t_f32(size_t m, size_t n, const double *restrict A, size_t lda,
                   const double *restrict x, double *restrict y) {
  for (size_t j = 0; j < n; j++) y[j] = 0.0;
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) y[j] = (float)y[j] + (float)A[i * lda + j] * (float)x[i];
}
