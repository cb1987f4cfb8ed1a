// CKernels: the arithmetic of fathom, in which every bit is the same on every processor.
//
// All of it uses only IEEE 754 + - * / sqrt in round-to-nearest and operations on bits: no libm, no
// fused multiply-add, a fixed order of additions. The source is compiled once per instruction set
// and one of the results is chosen when the first kernel is called; which one changes the speed
// and nothing else. (A NaN's sign and payload alone are not promised.)
//
// Unless said otherwise arrays must not overlap, a count of 0 is fine (pointers may then be null),
// and all functions may be called from any thread.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Elsewhere the bits may differ, and with them what lessons say and what marks are given.
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "fathom reads numbers as little-endian processors store them: build it for x86-64 or arm64."
#elif UINTPTR_MAX != UINT64_MAX
#error "fathom needs addresses of 64 bits: build it for x86-64 or arm64."
#elif !defined(__x86_64__) && !defined(__aarch64__)
#error "fathom's bits are tested on x86-64 and arm64 alone: build it for one of these."
#elif defined(__FAST_MATH__) || __FLT_EVAL_METHOD__ != 0
#error "fathom needs each operation rounded as IEEE 754 says: build it without -ffast-math."
#endif

#ifdef __cplusplus
extern "C" {
#endif

// ---- Instruction sets --------------------------------------------------------------------------

/// The instruction set in use: "baseline", "avx2" or "avx512".
///
/// Chosen at the first call of any kernel: the one that the environment's FATHOM_ISA names if the
/// processor has it, else the widest that it has.
const char *fk_isa(void);

// ---- Elementary functions of arrays ------------------------------------------------------------
//
// out[i] = f(x[i]) for i < n. `out` may be `x` itself; otherwise they must not overlap. The result
// depends on x[i] alone, never on n or i, and equals that of the scalar function where there is one.
// "ulp" bounds the errors seen over millions of arguments against 113-bit arithmetic, in units of
// the last place of the exact result; a test pins it at the worst of these arguments and others.

// elementary_units.h lists them, each with what it computes and its error.

#define ARRAY_FUNCTION(name) void fk_##name(double *out, const double *x, size_t n);
#include "../elementary_units.h"

// ---- Elementary functions of one number --------------------------------------------------------

/// As fk_exp and fk_erf.
double fk_exp1(double x);
double fk_erf1(double x);

/// Natural logarithm. log(±0) = -inf, log(negative) = nan. 0.68 ulp.
double fk_log1(double x);

/// log(1 + x) without cancellation near 0; keeps the sign of zero. -inf at -1, nan below.
/// 0.68 ulp.
double fk_log1p1(double x);

/// log10(x), exact where x is a power of ten (10^0 ... 10^22). 0.64 ulp.
double fk_log10_1(double x);

/// Sine and cosine of x radians, for every finite x (reduced with 1200 bits of 2/pi). nan for ±inf.
/// 0.80 ulp.
double fk_sin1(double x);
double fk_cos1(double x);

/// Arc tangent, in [-pi/2, pi/2]. 0.64 ulp.
double fk_atan1(double x);

// ---- Linear algebra ----------------------------------------------------------------------------
//
// Matrices are row-major; lda is the distance between the rows of A, in elements. Every product is
// rounded, then every sum. Sums start at +0 and run in a documented order that no blocking changes.
//
// The "8-lane order" of a sum of n terms: lane l (0...7) adds the terms l, l + 8, l + 16, ... in
// turn, starting from +0; the result is ((L0+L4) + (L2+L6)) + ((L1+L5) + (L3+L7)).

/// C = A B, with A m x k, B k x n, C m x n. Each entry is one sequential sum over k:
/// (((0 + a0 b0) + a1 b1) + ...). k = 0 gives zeros.
void fk_gemm(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B, size_t ldb,
             double *C, size_t ldc);

/// C = A^T B, with A k x m, B k x n, C m x n; sums as in fk_gemm.
void fk_gemm_tn(size_t m, size_t n, size_t k, const double *A, size_t lda, const double *B,
                size_t ldb, double *C, size_t ldc);

/// y = A x, with A m x n. Each entry in the 8-lane order, that is, fk_dot of a row and x.
void fk_gemv(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y);

/// y = A^T x, with A m x n, y of n entries. Each entry is one sequential sum over the rows.
void fk_gemv_t(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y);

/// fk_gemv and fk_gemv_t of the matrix whose entries are factor * A[i][j], each product rounded: the
/// bits are those of fk_scale and the product, without the scaled matrix in memory.
void fk_gemv_scaled(size_t m, size_t n, double factor, const double *A, size_t lda, const double *x,
                    double *y);
void fk_gemv_t_scaled(size_t m, size_t n, double factor, const double *A, size_t lda,
                      const double *x, double *y);

/// Row c of Y = fk_gemv_scaled of A, factors[c] and row c of X, with A m x n, X count x n and Y
/// count x m, both without gaps. A is read from memory once for several of them.
void fk_gemv_scaled_each(size_t count, size_t m, size_t n, const double *factors, const double *A,
                         size_t lda, const double *X, double *Y);

/// B = A^T, with A m x n, B n x m.
void fk_transpose(size_t m, size_t n, const double *A, size_t lda, double *B, size_t ldb);

/// Sum of a[i] b[i], in the 8-lane order. `a` and `b` may be the same.
double fk_dot(const double *a, const double *b, size_t n);

/// Sum of x[i]^2, in the 8-lane order. Overflow and underflow are the caller's to avoid.
double fk_sumsq(const double *x, size_t n);

/// Largest |x[i]|; 0 when n is 0, nan if any entry is nan.
double fk_maxabs(const double *x, size_t n);

/// Smallest |x[i]|; 0 when n is 0, nan if all entries are.
double fk_minabs(const double *x, size_t n);

/// out[i] = factor * x[i]. `out` may be `x`.
void fk_scale(double *out, double factor, const double *x, size_t n);

/// y[i] = y[i] + factor * x[i].
void fk_axpy(double *y, double factor, const double *x, size_t n);

/// y[i] = y[i] * x[i].
void fk_multiply(double *y, const double *x, size_t n);

/// C[i][j] += b[j], with C m x n without gaps.
void fk_add_to_rows(size_t m, size_t n, double *C, const double *b);

/// sum[j] = C[0][j] + C[1][j] + ..., from +0 and in this order.
void fk_sum_rows(size_t m, size_t n, const double *C, double *sum);

/// g[i] *= tanh'(z[i]), with a = tanh z at hand: (1 - a)(1 + a) where |a| < 0.95, fk_sech2 of z beyond.
void fk_tanh_back(double *g, const double *a, const double *z, size_t n);

/// v <- beta v + g, and in place of g the update -rate v.
void fk_momentum_step(size_t n, double *g, double *v, double beta, double rate);

/// m <- beta1 m + (1 - beta1) g, v <- beta2 v + (1 - beta2) g^2, and in place of g the update
/// -rate (m / correction1) / (sqrt(v / correction2) + epsilon), in this order.
void fk_adam_step(size_t n, double *g, double *m, double *v, double beta1, double beta2,
                  double correction1, double correction2, double epsilon, double rate);

/// y = A x with float32 arithmetic: each product, then each sum, is rounded to float; one
/// sequential sum over the columns. A and x hold values of float (or inf, nan); so does y.
void fk_gemv_f32(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y);

/// y = A^T x with float32 arithmetic, one sequential sum over the rows. See fk_gemv_f32.
void fk_gemv_t_f32(size_t m, size_t n, const double *A, size_t lda, const double *x, double *y);

// ---- Orthogonal factors ------------------------------------------------------------------------

/// Columns that one step of a QR factorisation reflects together.
#define FK_QR_BLOCK 16

/// One step of Householder's QR of A (m x n): the columns `first` ... of a block of w =
/// min(FK_QR_BLOCK, min(m, n) - first). Leaves R there (zeros below), applies the reflectors to the
/// columns right of it, and writes them to `q`: w (2 (m - first) + w) doubles. `work` holds
/// 2 w (n - first). Call it for first = 0, FK_QR_BLOCK, ... below min(m, n).
/// Domain: squares of the entries that neither over- nor underflow.
void fk_qr_step(size_t m, size_t n, size_t first, double *A, size_t lda, double *q, double *work);

/// M <- M H for the product H of the reflectors that fk_qr_step wrote to `q`, with M r x m. Calling
/// it for the steps in order gives M Q. `work` holds 2 r w.
void fk_qr_turn(size_t r, size_t m, size_t first, size_t w, double *M, size_t ldm, const double *q,
                double *work);

/// Part of a sweep of one-sided Jacobi on the rows of diag(2^e) Y, with Y k x n: rotates the pairs
/// (order[i], order[j]), from <= i < to, i < j < k, whose cosine is above `tolerance`. squares[i] is
/// the sum of squares of Y's row i, 0 for a row that counts as zero; rows that shrink by `noise` or
/// more become so. Returns how many pairs were rotated.
size_t fk_jacobi_rows(size_t k, size_t n, double *Y, size_t ld, int64_t *e, double *squares,
                      const uint32_t *order, size_t from, size_t to, double tolerance,
                      double noise);

// ---- Wide numbers ------------------------------------------------------------------------------

/// out = the sum of a[k] b[k], k < n, for numbers with as many bits as wanted: about 64 m bits right of
/// the largest product's top are kept, the rest is cut off.
///
/// A number of m limbs is m + 2 words: its sign (1, 0, all ones for -1), its exponent, and its limbs,
/// least first, as a fraction in [1/2, 1). a has `ma` limbs each and one in `step_a` words, b `mb` and
/// `step_b`, out m. `work` holds 2 m + ma + mb + 3 words or more.
void fk_wide_dot(size_t n, size_t ma, const uint64_t *a, size_t step_a, size_t mb, const uint64_t *b,
                 size_t step_b, size_t m, uint64_t *out, uint64_t *work);

// ---- Number formats ----------------------------------------------------------------------------

/// Rounds each x[i] to a binary floating-point format: to nearest, ties to even, with subnormals.
///
/// `precision` counts the leading bit (float16: 11); `emin` and `emax` are the exponents of the
/// smallest and largest normal numbers, value = 1.xxx * 2^e (float16: -14, 15). If
/// `saturates_to_nan` is not 0, the format is of the kind of float8_e4m3fn: it has no infinity, its
/// highest code is nan, so the largest finite number is a step below (2 - 2^(1-precision)) 2^emax,
/// and overflow as well as ±inf give nan. Otherwise overflow gives ±inf.
///
/// Domain: 2 <= precision <= 52, -1022 <= emin < emax <= 1023 with precision - emin <= 1075 and
/// emax - precision <= 970; precision 53 leaves x as it is (float64).
void fk_round_to_format(double *x, size_t n, int precision, int emin, int emax,
                        int saturates_to_nan);

// ---- Random numbers ----------------------------------------------------------------------------
//
// Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"), a function of
// key and counter without state. key = (low, high half of seed); the counter of block b is
// (low, high half of b, layer, kind). A block's words w are the 64-bit numbers w0 + 2^32 w1 and
// w2 + 2^32 w3.

/// Entries first ... first + n - 1 of a tensor of uniforms in (0, 1], multiples of 2^-53: block b gives
/// the entries 2b and 2b + 1. Entry i depends on (seed, layer, kind, i) alone.
void fk_uniforms(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                 size_t n);

/// Entries first ... first + n - 1 of a tensor of standard normals, by Box and Muller, two from each
/// 64-bit number: 38 bits for the radius, 24 for the angle in a quarter, 2 for the signs
/// (random_numbers.h has the formula). Blocks 32c ... 32c + 31 give the entries 128c ... 128c + 127: the
/// cosines of their first numbers, of their second, the sines of their first, of their second. |z| is
/// below 7.355, never 0; right to 3e-12 of itself. Entry i depends on (seed, layer, kind, i) alone.
void fk_normals(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                size_t n);

// ---- Memory ------------------------------------------------------------------------------------

/// From now on memory of up to 32 MB that is freed stays with the process: matrices that come and go
/// for each layer are not cleared by the system each time. To be called before there are threads.
void fk_keep_freed_memory(void);

// ---- Threads -----------------------------------------------------------------------------------

/// How many threads to use, from 1 to 64: FATHOM_THREADS where it says a number, else the processors.
size_t fk_threads(void);

/// Calls body(context, i) for each i < count, in any order, on up to `threads` threads of its own,
/// while the calling thread waits and calls watch(context, number done) at least every 20 ms or so.
/// If that returns anything but 0, no further i is begun. Returns that, or 0 when all are done. What
/// a body writes must not be touched by another i's.
int fk_parallel(size_t count, size_t threads, void (*body)(void *, size_t),
                int (*watch)(void *, size_t), void *context);

/// Threads that stay, for many pieces of work too short to start threads for. Not to be used by two
/// threads at once, nor by its own pieces.
typedef struct fk_team fk_team;

/// A team of up to `threads` threads with the one that calls fk_team_run, of fewer where no more can
/// be had. Null without memory. fk_team_end ends it (null is fine).
fk_team *fk_team_start(size_t threads);
void fk_team_end(fk_team *team);

/// Calls body(context, i) for each i < count, below 2^32 - 1, in any order, on the team's threads and
/// the calling one; returns when all are done. Threads wait for the next call awake for 0.1 ms, then
/// asleep.
void fk_team_run(fk_team *team, size_t count, void (*body)(void *, size_t), void *context);

// ---- For tests ---------------------------------------------------------------------------------
//
// The program calls none of these: they show what the rest is made of.

/// Uses the named instruction set from now on, in all threads. Returns 0, or -1 (and changes
/// nothing) if the name is unknown or this processor lacks it.
int fk_select_isa(const char *name);

/// The block cipher of random numbers, whose answers are published.
void fk_philox4x32_10(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

#ifdef __cplusplus
}
#endif

#endif
