// Steps of optimizers: each entry by itself.
#ifndef OPTIMIZERS_H
#define OPTIMIZERS_H

#include "bits.h"

static void momentum_step(size_t n, double *restrict g, double *restrict v, double beta,
                          double rate) {
  for (size_t i = 0; i < n; i++) {
    v[i] = beta * v[i] + g[i];
    g[i] = -rate * v[i];
  }
}

static void adam_step(size_t n, double *restrict g, double *restrict m, double *restrict v,
                      double beta1, double beta2, double correction1, double correction2,
                      double epsilon, double rate) {
  const double rest1 = 1.0 - beta1, rest2 = 1.0 - beta2;
  for (size_t i = 0; i < n; i++) {
    m[i] = beta1 * m[i] + rest1 * g[i];
    v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
    g[i] = -rate * (m[i] / correction1) / (__builtin_sqrt(v[i] / correction2) + epsilon);
  }
}

#endif
