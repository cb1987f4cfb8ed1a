// The table of kernels that each instruction set fills in.
#ifndef TABLE_H
#define TABLE_H

#include "CKernels.h"

typedef struct {
  const char *name;
#define ARRAY_FUNCTION(name) void (*name)(double *, const double *, size_t);
#include "elementary_units.h"
  void (*gemm)(size_t, size_t, size_t, const double *, size_t, const double *, size_t, double *,
               size_t);
  void (*gemm_tn)(size_t, size_t, size_t, const double *, size_t, const double *, size_t, double *,
                  size_t);
  void (*qr_step)(size_t, size_t, size_t, double *, size_t, double *, double *);
  void (*qr_turn)(size_t, size_t, size_t, size_t, double *, size_t, const double *, double *);
  size_t (*jacobi_rows)(size_t, size_t, double *, size_t, int64_t *, double *, const uint32_t *,
                        size_t, size_t, double, double);
  void (*gemv)(size_t, size_t, const double *, size_t, const double *, double *);
  void (*gemv_t)(size_t, size_t, const double *, size_t, const double *, double *);
  void (*gemv_scaled)(size_t, size_t, double, const double *, size_t, const double *, double *);
  void (*gemv_t_scaled)(size_t, size_t, double, const double *, size_t, const double *, double *);
  void (*gemv_scaled_each)(size_t, size_t, size_t, const double *, const double *, size_t,
                           const double *, double *);
  double (*dot)(const double *, const double *, size_t);
  double (*sumsq)(const double *, size_t);
  double (*maxabs)(const double *, size_t);
  double (*minabs)(const double *, size_t);
  void (*scale)(double *, double, const double *, size_t);
  void (*multiply)(double *, const double *, size_t);
  void (*add_to_rows)(size_t, size_t, double *, const double *);
  void (*sum_rows)(size_t, size_t, const double *, double *);
  void (*tanh_back)(double *, const double *, const double *, size_t);
  void (*axpy)(double *, double, const double *, size_t);
  void (*momentum_step)(size_t, double *, double *, double, double);
  void (*adam_step)(size_t, double *, double *, double *, double, double, double, double, double,
                    double);
  void (*round_to_format)(double *, size_t, int, int, int, int);
  void (*uniforms)(uint64_t, uint32_t, uint32_t, uint64_t, double *, size_t);
  void (*normals)(uint64_t, uint32_t, uint32_t, uint64_t, double *, size_t);
} kernel_table;

extern const kernel_table fk_table_baseline;
#if defined(__x86_64__)
extern const kernel_table fk_table_avx2;
extern const kernel_table fk_table_avx512;
#endif

#endif
