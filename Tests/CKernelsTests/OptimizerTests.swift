import CKernels
import TestSupport
import Testing

extension EveryInstructionSet {
  /// Steps of optimizers, written out entry by entry.
  @Suite("Optimizers")
  struct OptimizerTests {
    static let counts = [0, 1, 3, 8, 37, 1024]

    @Test("momentum", arguments: counts)
    func momentum(count: Int) {
      var generator = SplitMix64(seed: 3)
      let (g, v) = (generator.doubles(count, in: -1...1), generator.doubles(count, in: -9...9))
      let (beta, rate) = (0.9, 0.03)
      let memory = zip(g, v).map { beta * $1 + $0 }
      let updates = memory.map { -rate * $0 }
      for isa in availableISAs() {
        #expect(fk_select_isa(isa) == 0)
        var (found, kept) = (g, v)
        fk_momentum_step(count, &found, &kept, beta, rate)
        #expect(bits(found) == bits(updates) && bits(kept) == bits(memory), "\(isa)")
      }
    }

    @Test("Adam", arguments: counts)
    func adam(count: Int) {
      var generator = SplitMix64(seed: 4)
      let g = generator.doubles(count, in: -1...1)
      let (m, v) = (generator.doubles(count, in: -1...1), generator.doubles(count, in: 0...1))
      let (beta1, beta2, correction1, correction2) = (0.9, 0.999, 0.271, 0.002997001)
      let (epsilon, rate) = (1e-8, 0.01)
      let first = zip(g, m).map { beta1 * $1 + (1 - beta1) * $0 }
      let second = zip(g, v).map { beta2 * $1 + (1 - beta2) * $0 * $0 }
      let updates = zip(first, second).map { first, second in
        -rate * (first / correction1) / ((second / correction2).squareRoot() + epsilon)
      }
      for isa in availableISAs() {
        #expect(fk_select_isa(isa) == 0)
        var (found, one, two) = (g, m, v)
        fk_adam_step(
          count,
          &found,
          &one,
          &two,
          beta1,
          beta2,
          correction1,
          correction2,
          epsilon,
          rate
        )
        #expect(bits(found) == bits(updates), "\(isa)")
        #expect(bits(one) == bits(first) && bits(two) == bits(second), "\(isa)")
      }
    }
  }
}
