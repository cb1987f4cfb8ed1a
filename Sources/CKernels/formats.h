// Rounding to a smaller floating-point format.
#ifndef FORMATS_H
#define FORMATS_H

#include "bits.h"

/// Adding and subtracting 2^52 units of the format's last place at x rounds to that place.
static void round_to_format(double *x, size_t n, int precision, int emin, int emax,
                            int saturates_to_nan) {
  if (precision >= 53) return;
  const double smallest_normal = power_of_two(emin);
  const double beyond = 2.0 * power_of_two(emax);  // inf for emax = 1023, which is right too
  const double unit = power_of_two(1 - precision);
  const double top = saturates_to_nan ? 2.0 - 2.0 * unit : 2.0 - unit;
  const double largest = power_of_two(emax) * top;
  const double overflow = saturates_to_nan ? NOT_A_NUMBER : INFINITE;
  const double to_shifter = power_of_two(53 - precision);
#pragma clang loop vectorize(assume_safety)
  for (size_t i = 0; i < n; i++) {
    double a = magnitude(x[i]);
    a = a > beyond ? beyond : a;
    double binade = from_bits(bits_of(a) & 0x7ff0000000000000u);
    binade = binade > smallest_normal ? binade : smallest_normal;
    double shifter = binade * to_shifter;
    double y = (a + shifter) - shifter;
    y = y > largest ? overflow : y;
    y = x[i] != x[i] ? NOT_A_NUMBER : y;
    x[i] = with_sign(y, x[i]);
  }
}

#endif
