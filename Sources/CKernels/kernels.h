// All kernels, compiled for the instruction set of the file that includes this one.
//
// The includer defines TABLE (the name of its table), ISA (its public name), LANES (doubles in a
// register), TILE_ROWS x TILE_REGISTERS (registers of C that gemm keeps), DOT_ROWS (rows that
// gemv works on at a time), and MANY_ROWS x DOT_VECTORS (where it has several vectors).

// A loop that stays scalar is worth a warning, but under a sanitizer it may have to: no error then.
#pragma clang diagnostic warning "-Wpass-failed"

#include "elementary_erf.h"
#include "elementary_exp.h"
#include "elementary_log.h"
#include "elementary_trig.h"
#include "elementary_units.h"
#include "formats.h"
#include "linear_algebra.h"
#include "optimizers.h"
#include "orthogonal.h"
#include "random_numbers.h"
#include "table.h"

/// `out` may be `x`: no iteration reads what another has written, which clang is told here. Four
/// registers at a time hide the latency of divisions and polynomials; what is left goes one by one.
#define ARRAY_FUNCTION(name)                                                  \
  static void array_##name(double *out, const double *x, size_t n) {          \
    const size_t whole = n - n % (4 * LANES);                                 \
    _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")        \
    for (size_t i = 0; i < whole; i++) out[i] = name##_body(x[i]);            \
    _Pragma("clang loop vectorize(assume_safety) interleave_count(1)")        \
    for (size_t i = whole; i < n; i++) out[i] = name##_body(x[i]);            \
  }
#include "elementary_units.h"

const kernel_table TABLE = {
    .name = ISA,
#define ARRAY_FUNCTION(name) .name = array_##name,
#include "elementary_units.h"
    .gemm = gemm,
    .gemm_tn = gemm_tn,
    .qr_step = qr_step,
    .qr_turn = qr_turn,
    .jacobi_rows = jacobi_rows,
    .gemv = gemv,
    .gemv_t = gemv_t,
    .gemv_scaled = gemv_scaled,
    .gemv_t_scaled = gemv_t_scaled,
    .gemv_scaled_each = gemv_scaled_each,
    .dot = dot,
    .sumsq = sumsq,
    .maxabs = maxabs,
    .minabs = minabs,
    .scale = scale,
    .multiply = multiply,
    .add_to_rows = add_to_rows,
    .sum_rows = sum_rows,
    .tanh_back = tanh_back,
    .axpy = axpy,
    .momentum_step = momentum_step,
    .adam_step = adam_step,
    .round_to_format = round_to_format,
    .uniforms = uniforms,
    .normals = normals,
};
