// The functions of one number, and what is too short or too rare to compile per instruction set.
#include "CKernels.h"
#include "elementary_erf.h"
#include "elementary_exp.h"
#include "elementary_log.h"
#include "elementary_trig.h"
#include "philox.h"

double fk_exp1(double x) { return exp_body(x); }
double fk_log1(double x) { return log_body(x); }
double fk_log1p1(double x) { return log1p_body(x); }
double fk_log10_1(double x) { return log10_body(x); }
double fk_erf1(double x) { return erf_body(x); }

void fk_philox4x32_10(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  uint64_t c[4] = {counter[0], counter[1], counter[2], counter[3]};
  philox(c, key[0], key[1]);
  for (int i = 0; i < 4; i++) out[i] = (uint32_t)c[i];
}

void fk_transpose(size_t m, size_t n, const double *A, size_t lda, double *B, size_t ldb) {
  enum { block = 8 };  // a cache line of each side at a time
  for (size_t i0 = 0; i0 < m; i0 += block)
    for (size_t j0 = 0; j0 < n; j0 += block)
      for (size_t i = i0; i < m && i < i0 + block; i++)
        for (size_t j = j0; j < n && j < j0 + block; j++) B[j * ldb + i] = A[i * lda + j];
}
