import CKernels

/// How the learning rate goes from step to step: a factor on it, by step.
///
/// ```
/// (n + 1)/warmup  for step n < warmup;  then that of the course, whose steps are counted from there
/// ```
package struct Schedule: Sendable, Hashable {
  /// What comes after the warmup.
  package enum Course: Sendable, Hashable {
    case constant
    /// factor^⌊n/every⌋.
    case steps(every: Int, factor: Double)
    /// end + (1 − end) ½ (1 + cos(π n/N)). *Source*: Loshchilov and Hutter 2017, eq. 5.
    case cosine(end: Double)
  }

  /// How many steps the rate takes to rise in even parts, the first of them included.
  package var warmup: Int
  package var course: Course

  package init(warmup: Int = 0, _ course: Course = .constant) {
    self.warmup = warmup
    self.course = course
  }

  /// The factor of step `step`, counted from 0, of so many.
  package func factor(at step: Int, of steps: Int) -> Double {
    if step < warmup { return Double(step + 1) / Double(warmup) }
    let (n, count) = (step - warmup, steps - warmup)
    switch course {
    case .constant: return 1
    case .steps(let every, let factor): return Extended(factor).power(integer: n / every).double
    case .cosine(let end):
      let share = Double(n) / Double(max(count, 1))
      return end + (1 - end) * (0.5 * (1 + fk_cos1(Double.pi * share)))
    }
  }

  /// *Throws*: `.parameter` for what cannot be.
  func validate() throws(NetworkError) {
    switch course {
    case .constant: break
    case .steps(let every, let factor):
      guard every >= 1 else { throw .parameter(.scheduleSteps, value: Double(every)) }
      guard factor.isFinite, factor >= 0 else { throw .parameter(.rateFactor, value: factor) }
    case .cosine(let end):
      guard end.isFinite, end >= 0 else { throw .parameter(.rateFactor, value: end) }
    }
  }
}
