// The inputs are those of a small generator and cross every order of magnitude, subnormals, infinities
// and nans. Nothing here may depend on the processor either: no libm, no sums of its own.
#include "CKernelBits.h"

#include <CKernels.h>
#include <float.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { COUNT = 1001 };

// ---- The generator (SplitMix64; Steele, Lea, Flood 2014), as the tests in Swift have it ----

static uint64_t next(uint64_t *state) {
  uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

// Below `bound`, without a bias (Lemire 2019).
static uint64_t below(uint64_t *state, uint64_t bound) {
  for (;;) {
    unsigned __int128 product = (unsigned __int128)next(state) * bound;
    if ((uint64_t)product >= -bound % bound) return (uint64_t)(product >> 64);
  }
}

static double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static void fill(uint64_t *state, double low, double high, double *out, size_t n) {
  const uint64_t most = (uint64_t)1 << DBL_MANT_DIG;
  for (size_t i = 0; i < n; i++) {
    uint64_t drawn = below(state, most + 1);
    double unit = (double)drawn * (DBL_EPSILON / 2);
    double offset = (high - low) * unit;
    out[i] = drawn == most ? high : offset + low;
  }
}

// |x| scaled by a power of two into [1, 2); zero, infinities and nans as they are.
static double significand(double x) {
  if (x != x || x == 0) return x;
  if (x < 0) x = -x;
  if (x > DBL_MAX) return x;
  while (x < DBL_MIN) x *= 2;
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return from_bits((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
}

// ---- The hash of bits (FNV-1a), in which all nans count as one ----

static const uint64_t empty = 0xCBF29CE484222325u;

static uint64_t add_word(uint64_t hash, uint64_t word) {
  for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ ((word >> shift) & 0xFF)) * 0x100000001B3u;
  return hash;
}

static uint64_t add(uint64_t hash, const double *numbers, size_t n) {
  for (size_t i = 0; i < n; i++) {
    uint64_t bits;
    memcpy(&bits, &numbers[i], sizeof bits);
    hash = add_word(hash, numbers[i] != numbers[i] ? 0x7FF8000000000000u : bits);
  }
  return hash;
}

// ---- The kernels ----

typedef struct inputs {
  double moderate[COUNT], wild[COUNT], unit[COUNT], centred[COUNT], significands[COUNT];
} inputs;

static inputs drawn(void) {
  inputs in;
  uint64_t state = 8;
  fill(&state, -40, 40, in.moderate, COUNT);
  for (int i = 0; i < COUNT; i++) in.wild[i] = from_bits(next(&state));
  fill(&state, 0, 1, in.unit, COUNT);
  fill(&state, -1, 1, in.centred, COUNT);
  for (int i = 0; i < COUNT; i++) in.significands[i] = significand(in.wild[i]);
  return in;
}

typedef struct array_function {
  const char *name;
  void (*call)(double *out, const double *x, size_t n);
} array_function;

typedef struct number_function {
  const char *name;
  double (*call)(double x);
} number_function;

#define ARRAY(name) {#name, fk_##name}

static const array_function array_functions[] = {
    ARRAY(exp),        ARRAY(tanh),      ARRAY(sigmoid), ARRAY(erf),        ARRAY(sech2),
    ARRAY(gelu),       ARRAY(gelu_slope), ARRAY(erf_slope), ARRAY(silu),    ARRAY(silu_slope),
    ARRAY(softplus),   ARRAY(elu),       ARRAY(elu_slope),
};

static const number_function number_functions[] = {
    {"log", fk_log1},  {"log1p", fk_log1p1}, {"log10", fk_log10_1}, {"sin", fk_sin1},
    {"cos", fk_cos1},  {"atan", fk_atan1},   {"exp1", fk_exp1},     {"erf1", fk_erf1},
};

typedef struct recorder {
  void (*record)(void *context, const char *name, uint64_t hash);
  void *context;
} recorder;

static void record(const recorder *to, const char *name, const double *numbers, size_t n) {
  to->record(to->context, name, add(empty, numbers, n));
}

static void functions(const recorder *to, const inputs *in) {
  double out[2 * COUNT];
  for (size_t i = 0; i < sizeof array_functions / sizeof array_functions[0]; i++) {
    array_functions[i].call(out, in->moderate, COUNT);
    array_functions[i].call(out + COUNT, in->wild, COUNT);
    record(to, array_functions[i].name, out, 2 * COUNT);
  }
  for (size_t i = 0; i < sizeof number_functions / sizeof number_functions[0]; i++) {
    for (int k = 0; k < COUNT; k++) {
      out[k] = number_functions[i].call(in->moderate[k]);
      out[COUNT + k] = number_functions[i].call(in->wild[k]);
    }
    record(to, number_functions[i].name, out, 2 * COUNT);
  }
}

static void products(const recorder *to, const inputs *in) {
  double product[37 * 53], vector[30], transposed[33];
  fk_gemm(37, 53, 17, in->moderate, 17, in->significands, 53, product, 53);
  record(to, "gemm", product, 37 * 53);
  fk_gemv(30, 33, in->moderate, 33, in->unit, vector);
  record(to, "gemv", vector, 30);
  fk_gemv_t(30, 33, in->moderate, 33, in->unit, transposed);
  record(to, "gemv_t", transposed, 33);
  fk_gemv_scaled_each(3, 10, 33, in->centred, in->moderate, 33, in->unit, product);
  record(to, "gemv_scaled_each", product, 30);
  double ones[COUNT];
  for (int i = 0; i < COUNT; i++) ones[i] = 1;
  double sums[] = {fk_dot(in->unit, ones, COUNT), fk_sumsq(in->unit, COUNT),
                   fk_dot(in->unit, in->centred, COUNT), fk_maxabs(in->unit, COUNT)};
  record(to, "sums", sums, 4);
  double small[2 * COUNT];
  memcpy(small, in->moderate, sizeof in->moderate);
  memcpy(small + COUNT, in->unit, sizeof in->unit);
  fk_round_to_format(small, 2 * COUNT, 24, -126, 127, 0);
  fk_gemv_f32(30, 33, small, 33, small + COUNT, vector);
  fk_gemv_t_f32(30, 33, small, 33, small + COUNT, transposed);
  memcpy(product, vector, sizeof vector);
  memcpy(product + 30, transposed, sizeof transposed);
  record(to, "float32", product, 63);
}

static void formats(const recorder *to, const inputs *in) {
  static const struct {
    const char *name;
    int precision, emin, emax, saturates_to_nan;
  } kinds[] = {
      {"bfloat16", 8, -126, 127, 0}, {"float16", 11, -14, 15, 0}, {"float8_e4m3", 4, -6, 8, 1}};
  for (int i = 0; i < 3; i++) {
    double rounded[2 * COUNT];
    memcpy(rounded, in->moderate, sizeof in->moderate);
    memcpy(rounded + COUNT, in->wild, sizeof in->wild);
    fk_round_to_format(rounded, 2 * COUNT, kinds[i].precision, kinds[i].emin, kinds[i].emax,
                       kinds[i].saturates_to_nan);
    record(to, kinds[i].name, rounded, 2 * COUNT);
  }
}

static void random_numbers(const recorder *to) {
  double out[999];
  fk_uniforms(1, 2, 3, 5, out, 999);
  record(to, "uniforms", out, 999);
  fk_normals(1, 2, 3, 5, out, 999);
  record(to, "normals", out, 999);
}

// Steps of training, and the derivative of tanh as it uses it.
static void optimizers(const recorder *to, const inputs *in) {
  double g[COUNT], v[COUNT], m[COUNT], steps[3 * COUNT];
  memcpy(g, in->centred, sizeof g);
  memcpy(v, in->unit, sizeof v);
  fk_momentum_step(COUNT, g, v, 0.9, 0.01);
  memcpy(steps, g, sizeof g);
  memcpy(g, in->centred, sizeof g);
  memcpy(m, in->moderate, sizeof m);
  fk_adam_step(COUNT, g, m, v, 0.9, 0.999, 0.1, 0.001, 1e-8, 0.01);
  memcpy(steps + COUNT, g, sizeof g);
  memcpy(g, in->unit, sizeof g);
  fk_tanh(m, in->moderate, COUNT);
  fk_tanh_back(g, m, in->moderate, COUNT);
  memcpy(steps + 2 * COUNT, g, sizeof g);
  record(to, "steps", steps, 3 * COUNT);
}

// R, the reflectors, their product and rotated rows of a 37 x 21 matrix.
static void orthogonal(const recorder *to, const inputs *in) {
  enum { M = 37, N = 21 };
  double a[M * N], q[M * M] = {0}, work[2 * FK_QR_BLOCK * M], block[FK_QR_BLOCK * (2 * M + FK_QR_BLOCK)];
  memcpy(a, in->moderate, sizeof a);
  for (int i = 0; i < M; i++) q[i * M + i] = 1;
  for (size_t first = 0; first < N; first += FK_QR_BLOCK) {
    size_t width = N - first < FK_QR_BLOCK ? N - first : FK_QR_BLOCK;
    fk_qr_step(M, N, first, a, N, block, work);
    fk_qr_turn(M, M, first, width, q, M, block, work);
  }
  double rows[9 * 13], squares[9], product[N * 21];
  int64_t exponents[9] = {0};
  uint32_t order[9];
  memcpy(rows, in->moderate + COUNT - 9 * 13, sizeof rows);
  for (uint32_t i = 0; i < 9; i++) {
    order[i] = i;
    squares[i] = fk_sumsq(rows + 13 * i, 13);
  }
  fk_jacobi_rows(9, 13, rows, 13, exponents, squares, order, 0, 9, 1e-15, 1e-15);
  fk_gemm_tn(N, 21, M, in->moderate, N, in->moderate + COUNT - M * 21, 21, product, 21);
  uint64_t hash = add(add(empty, a, M * N), q, M * M);
  hash = add(add(add(hash, rows, 9 * 13), squares, 9), product, N * 21);
  to->record(to->context, "qr", hash);
}

// A sum of products of numbers of 256 bits.
static void wide(const recorder *to) {
  enum { LIMBS = 4, WORDS = LIMBS + 2, TERMS = 20 };
  uint64_t a[TERMS * WORDS], b[TERMS * WORDS], out[WORDS], work[4 * LIMBS + 3], state = 9;
  for (int k = 0; k < TERMS; k++) {
    uint64_t *numbers[] = {a + k * WORDS, b + k * WORDS};
    for (int which = 0; which < 2; which++) {
      uint64_t *number = numbers[which];
      number[0] = next(&state) & 1 ? 1 : ~(uint64_t)0;
      number[1] = below(&state, 60) - 30;
      for (int limb = 0; limb < LIMBS; limb++) number[2 + limb] = next(&state);
      number[WORDS - 1] |= (uint64_t)1 << 63;
    }
  }
  fk_wide_dot(TERMS, LIMBS, a, WORDS, LIMBS, b, WORDS, LIMBS, out, work);
  uint64_t hash = empty;
  for (int i = 0; i < WORDS; i++) hash = add_word(hash, out[i]);
  to->record(to->context, "wide", hash);
}

// The same sums by threads, each piece its own.
static void squared(void *context, size_t i) {
  double *numbers = context;
  numbers[i] = fk_sumsq(numbers + i, 1) + fk_exp1(-numbers[i]);
}

static void threads(const recorder *to, const inputs *in) {
  double numbers[COUNT];
  memcpy(numbers, in->unit, sizeof numbers);
  fk_team *team = fk_team_start(4);
  if (!team) return;
  for (int turn = 0; turn < 20; turn++) fk_team_run(team, COUNT, squared, numbers);
  fk_team_end(team);
  record(to, "threads", numbers, COUNT);
}

void kb_each(void (*record_each)(void *, const char *, uint64_t), void *context) {
  recorder to = {record_each, context};
  inputs in = drawn();
  functions(&to, &in);
  products(&to, &in);
  formats(&to, &in);
  random_numbers(&to);
  optimizers(&to, &in);
  orthogonal(&to, &in);
  wide(&to);
  threads(&to, &in);
}
