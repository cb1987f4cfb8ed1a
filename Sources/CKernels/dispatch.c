// Which table of kernels is in use, and the public functions that go through it.
#include <stdatomic.h>
#include <stdlib.h>

#include "table.h"

#define BOTH_NAMED(a, b) (__builtin_strcmp(a, b) == 0)

/// The tables that this processor can run, the widest first, ended by null.
static void tables_here(const kernel_table *tables[4]) {
  int count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512cd"))
    tables[count++] = &fk_table_avx512;
  if (__builtin_cpu_supports("avx2")) tables[count++] = &fk_table_avx2;
#endif
  tables[count++] = &fk_table_baseline;
  tables[count] = NULL;
}

static const kernel_table *table_named(const char *name) {
  const kernel_table *tables[4];
  tables_here(tables);
  for (int i = 0; tables[i] != NULL; i++)
    if (BOTH_NAMED(tables[i]->name, name)) return tables[i];
  return NULL;
}

static const kernel_table *preferred_table(void) {
  const char *wanted = getenv("FATHOM_ISA");
  const kernel_table *named = wanted == NULL ? NULL : table_named(wanted);
  if (named != NULL) return named;
  const kernel_table *tables[4];
  tables_here(tables);
  return tables[0];
}

/// Null until the first call. Threads that race to set it set the same value, unless somebody has
/// selected another in between, whose choice then stays.
static _Atomic(const kernel_table *) current;

static const kernel_table *table(void) {
  const kernel_table *t = atomic_load_explicit(&current, memory_order_acquire);
  if (t != NULL) return t;
  const kernel_table *chosen = preferred_table();
  return atomic_compare_exchange_strong(&current, &t, chosen) ? chosen : t;
}

const char *fk_isa(void) { return table()->name; }

int fk_select_isa(const char *name) {
  const kernel_table *named = name == NULL ? NULL : table_named(name);
  if (named == NULL) return -1;
  atomic_store_explicit(&current, named, memory_order_release);
  return 0;
}

#define ARRAY_FUNCTION(name) \
  void fk_##name(double *out, const double *x, size_t n) { table()->name(out, x, n); }
#include "elementary_units.h"

void fk_gemm(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B, size_t ldb,
             double *C, size_t ldc) {
  table()->gemm(m, n, k, A, lda, B, ldb, C, ldc);
}

void fk_gemm_tn(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B,
                size_t ldb, double *C, size_t ldc) {
  table()->gemm_tn(m, n, k, A, lda, B, ldb, C, ldc);
}

void fk_qr_step(size_t m, size_t n, size_t first, double *A, size_t lda, double *q, double *work) {
  table()->qr_step(m, n, first, A, lda, q, work);
}

void fk_qr_turn(size_t r, size_t m, size_t first, size_t w, double *M, size_t ldm, const double *q,
                double *work) {
  table()->qr_turn(r, m, first, w, M, ldm, q, work);
}

size_t fk_jacobi_rows(size_t k, size_t n, double *Y, size_t ld, int64_t *e, double *squares,
                      const uint32_t *order, size_t from, size_t to, double tolerance,
                      double noise) {
  return table()->jacobi_rows(k, n, Y, ld, e, squares, order, from, to, tolerance, noise);
}

void fk_gemv(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y) {
  table()->gemv(m, n, A, lda, x, y);
}

void fk_gemv_t(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y) {
  table()->gemv_t(m, n, A, lda, x, y);
}

void fk_gemv_scaled(size_t m, size_t n, double factor, const double *A, size_t lda, const double *x,
                    double *y) {
  table()->gemv_scaled(m, n, factor, A, lda, x, y);
}

void fk_gemv_t_scaled(size_t m, size_t n, double factor, const double *A, size_t lda,
                      const double *x, double *y) {
  table()->gemv_t_scaled(m, n, factor, A, lda, x, y);
}

void fk_gemv_scaled_each(size_t count, size_t m, size_t n, const double *factors, const double *A,
                         size_t lda, const double *X, double *Y) {
  table()->gemv_scaled_each(count, m, n, factors, A, lda, X, Y);
}

double fk_dot(const double *a, const double *b, size_t n) { return table()->dot(a, b, n); }
double fk_sumsq(const double *x, size_t n) { return table()->sumsq(x, n); }
double fk_maxabs(const double *x, size_t n) { return table()->maxabs(x, n); }
double fk_minabs(const double *x, size_t n) { return table()->minabs(x, n); }

void fk_scale(double *out, double factor, const double *x, size_t n) {
  table()->scale(out, factor, x, n);
}

void fk_multiply(double *y, const double *x, size_t n) { table()->multiply(y, x, n); }

void fk_add_to_rows(size_t m, size_t n, double *C, const double *b) {
  table()->add_to_rows(m, n, C, b);
}

void fk_sum_rows(size_t m, size_t n, const double *C, double *sum) {
  table()->sum_rows(m, n, C, sum);
}

void fk_tanh_back(double *g, const double *a, const double *z, size_t n) {
  table()->tanh_back(g, a, z, n);
}

void fk_axpy(double *y, double factor, const double *x, size_t n) {
  table()->axpy(y, factor, x, n);
}

void fk_momentum_step(size_t n, double *g, double *v, double beta, double rate) {
  table()->momentum_step(n, g, v, beta, rate);
}

void fk_adam_step(size_t n, double *g, double *m, double *v, double beta1, double beta2,
                  double correction1, double correction2, double epsilon, double rate) {
  table()->adam_step(n, g, m, v, beta1, beta2, correction1, correction2, epsilon, rate);
}

void fk_round_to_format(double *x, size_t n, int precision, int emin, int emax,
                        int saturates_to_nan) {
  table()->round_to_format(x, n, precision, emin, emax, saturates_to_nan);
}

void fk_uniforms(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                 size_t n) {
  table()->uniforms(seed, layer, kind, first, out, n);
}

void fk_normals(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                size_t n) {
  table()->normals(seed, layer, kind, first, out, n);
}
