import DeepNetworks
import TerminalText

// What there is to say of a value by itself, whatever it is made of.
extension Explanation {
  /// "a vector of 2: [1, 1], of rms 1".
  func nature(_ value: Value, _ meter: inout Meter) throws(Problem) -> String {
    if case .number(let number) = value { return "the number \(Rendering.number(number))" }
    if case .truth(let truth) = value { return truth.holds ? "true" : "false" }
    if case .vector(let vector) = value, vector.count > 0 {
      let entries = vector.count <= 4 ? ": \(Rendering.vector(vector))" : ""
      try meter.spend(entries: vector.extent.entries)
      return "\(value.kind)\(entries), of rms \(Self.short(vector.rms()))"
    }
    if case .matrix(let matrix) = value {
      try meter.spend(entries: matrix.extent.entries)
      return "\(value.kind), of norm \(Self.short(matrix.frobeniusNorm()))"
    }
    if case .record(let record) = value, !record.detail.isEmpty {
      return "\(record.kind), \(record.detail)"
    }
    return value.kind
  }

  /// Sentences about a list, a matrix or a training.
  func details(_ value: Value, _ evaluator: inout Evaluator) throws(Failure) -> [String] {
    // What cannot be had of a value, as singular values where an entry is nan, is left out.
    let trial = try within(Self.trial, &evaluator) { evaluator throws(Failure) in
      do throws(Problem) {
        if case .layers(let list) = value { return try course(list, &evaluator.meter) }
        if case .matrix(let matrix) = value { return try spectrum(matrix, &evaluator.meter) }
        if case .record(let record) = value { return training(record) }
        return []
      } catch {
        throw failure(error)
      }
    }
    if case .success(let sentences) = trial { return sentences }
    return []
  }

  // MARK: - Lists

  /// From where to where a list goes, where it turns, and which formats hold such sizes.
  private func course(_ list: PerLayer, _ meter: inout Meter) throws(Problem) -> [String] {
    var sizes = try list.sizes(&meter)
    guard sizes.count > 1 else { return [] }
    if list.isPassedDown { sizes.reverse() }
    let word = list.axis.word
    func place(_ index: Int) -> Int { list.isPassedDown ? list.last - index : list.first + index }
    let (start, end) = (sizes[0], sizes[sizes.count - 1])
    var first =
      "Its size goes from \(Self.short(start)) at \(word) \(place(0)) to \(Self.short(end)) at "
      + "\(word) \(place(sizes.count - 1))"
    if !start.isZero, !end.isZero, list.axis == .layer {
      let factor = ((end / start).log() / Extended(sizes.count - 1)).exponential()
      let alternation = alternation(sizes)
      let isUneven = alternation != nil || wanders(sizes)
      first += ", \(isUneven ? "on average " : "")times \(Self.short(factor)) per layer"
      if let alternation {
        first += ": \(alternation)"
      } else if isUneven, turn(sizes, word, place) == nil {
        first += ": it goes up and down on the way"
      }
    }
    let formats = list.axis == .layer ? leaving(sizes, place) : nil
    return [first + ".", turn(sizes, word, place), formats].compactMap { $0 }
  }

  /// Where the sizes turn, or that they go up and down: an extreme that is no end, by more than a
  /// hundredth.
  private func turn(_ sizes: [Extended], _ word: String, _ place: (Int) -> Int) -> String? {
    guard let top = sizes.indices.max(by: { sizes[$0] < sizes[$1] }),
      let bottom = sizes.indices.min(by: { sizes[$0] < sizes[$1] })
    else { return nil }
    let margin = Extended(101) / 100
    let (start, end) = (sizes[0], sizes[sizes.count - 1])
    let highest = start > end ? start : end
    let lowest = start > end ? end : start
    let greatest = "greatest: \(Self.short(sizes[top]))"
    let least = "least: \(Self.short(sizes[bottom]))"
    let (high, low) = ("\(word) \(place(top))", "\(word) \(place(bottom))")
    let isPeak = sizes[top] > highest * margin
    let isBottom = sizes[bottom] * margin < lowest
    if isPeak, rises(sizes[...top]), rises(sizes[top...].reversed()) {
      return "It turns at \(high), where it is \(greatest)."
    }
    if isBottom, rises(sizes[...bottom].reversed()), rises(sizes[bottom...]) {
      return "It turns at \(low), where it is \(least)."
    }
    if isPeak, isBottom {
      return "It goes up and down; at \(high) it is \(greatest), at \(low) it is \(least)."
    }
    if isPeak { return "It goes up and down; at \(high) it is \(greatest)." }
    return isBottom ? "It goes up and down; at \(low) it is \(least)." : nil
  }

  /// Whether sizes both rise and fall from one to the next, by more than a tenth.
  private func wanders(_ sizes: [Extended]) -> Bool {
    let margin = Extended(11) / 10
    let steps = zip(sizes, sizes.dropFirst())
    return steps.contains { $1 > $0 * margin } && steps.contains { $1 * margin < $0 }
  }

  /// The two factors of sizes that rise and fall by turns; nil for others.
  private func alternation(_ sizes: [Extended]) -> String? {
    guard sizes.count > 4, wanders(sizes),
      sizes.allSatisfy({ $0.isFinite && !$0.isZero })
    else { return nil }
    let factors = zip(sizes, sizes.dropFirst()).map { $1 / $0 }
    let isEven = factors.indices.dropFirst(2).allSatisfy {
      (factors[$0] / factors[$0 - 2] - 1).abs() < Extended(1e-9)
    }
    guard isEven else { return nil }
    return "it alternates, times \(Self.short(factors[0])), then times \(Self.short(factors[1]))"
  }

  /// Whether sizes never fall, by more than rounding.
  private func rises(_ sizes: some Sequence<Extended>) -> Bool {
    let slack = Extended(1) - Extended(1e-12)
    return zip(sizes, sizes.dropFirst()).allSatisfy { $1 >= $0 * slack }
  }

  private func leaving(_ sizes: [Extended], _ place: (Int) -> Int) -> String? {
    let left = NumberFormat.allCases.compactMap { format -> String? in
      let index = sizes.firstIndex { size in
        size > Extended(format.largestFinite) || size < Extended(format.smallestNormal)
      }
      return index.map { "\(format.name) at layer \(place($0))" }
    }
    guard !left.isEmpty else { return nil }
    return "Such sizes leave the normal numbers of \(listed(left))."
  }

  // MARK: - Matrices

  private static let mostColumns = 16

  private func spectrum(_ matrix: Matrix, _ meter: inout Meter) throws(Problem) -> [String] {
    guard max(matrix.rows, matrix.columns) <= Self.mostColumns else { return [] }
    let spectrum: Spectrum
    do {
      spectrum = try Jacobians.spectrum(try Jacobian(factors: [matrix]), &meter)
    } catch {
      throw EngineProblem.problem(of: error)
    }
    guard let largest = spectrum.values.first, let smallest = spectrum.values.last else {
      return []
    }
    if matrix.columns > matrix.rows {
      let reach =
        Self.short(largest) == Self.short(smallest) && spectrum.undetermined.isEmpty
        ? "All its singular values are \(Self.short(largest))"
        : "Its singular values reach from \(Self.short(largest)) down to "
          + "\(spectrum.undetermined.isEmpty ? "" : "less than ")\(Self.short(smallest))"
      return [
        "\(reach), and some vectors become 0, as it has more columns than rows: a "
          + "vector's length changes by a factor from 0 to \(Self.short(largest))."
      ]
    }
    let values =
      Self.short(largest) == Self.short(smallest) && spectrum.undetermined.isEmpty
      ? "All its singular values are \(Self.short(largest)): every vector becomes that many times "
        + "as long."
      : "Its singular values reach from \(Self.short(largest)) down to "
        + "\(spectrum.undetermined.isEmpty ? "" : "less than ")\(Self.short(smallest)): "
        + "a vector's length changes by a factor between these."
    guard matrix.rows == matrix.columns else { return [values] }
    return [values, try radius(matrix, &meter)].compactMap { $0 }
  }

  /// The factor by which a high power grows with each further one.
  private func radius(_ matrix: Matrix, _ meter: inout Meter) throws(Problem) -> String? {
    let size = Double(matrix.rows)
    try meter.spend(operations: 260 * Meter.perEntry * size * size * size)
    do {
      // So high that a power of the exponent, as of a Jordan block, no longer counts.
      let power = try matrix.power(1 << 20, losing: true)
      let (once, twice) = (
        power.frobeniusNorm(), try power.power(2, losing: true).frobeniusNorm()
      )
      guard !once.isZero, !twice.isZero else { return "A power of it is 0." }
      let radius = ((twice / once).log() / Extended(1 << 20)).exponential()
      // Where eigenvalues of the same size differ in sign or angle, single steps do not settle.
      var (before, isSteady) = (once, true)
      for further in 1...3 {
        let next = try matrix.power((1 << 20) + further, losing: true).frobeniusNorm()
        isSteady = isSteady && (next / before / radius - 1).abs() < Extended(0.0005)
        before = next
      }
      return "Applied again and again it multiplies by \(Self.short(radius)) each time "
        + "\(isSteady ? "" : "on average, not each by itself, ")in the end (its spectral radius)."
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  // MARK: - Trainings

  /// How it ended, and how long the loss stood still before it fell.
  private func training(_ record: Record) -> [String] {
    guard let outcome = record.fields.first(where: { $0.name == "outcome" }),
      case .text(let word) = outcome.value, case .training(let run) = record.content
    else { return [] }
    let verb = ["finished": "finished", "dead": "is dead", "saturated": "is saturated"][word]
    let ending = "It \(verb ?? "has \(word)"): \(outcome.meaning)."
    // The losses of mini-batches are of different samples: no course.
    guard ["finished", "converged"].contains(word), run.isWhole else { return [ending] }
    return [ending] + fall(run.losses)
  }

  /// When a loss fell; what is said from a step on holds to the end.
  private func fall(_ losses: [Double]) -> [String] {
    guard let first = losses.first, let last = losses.last, last < first else { return [] }
    func lasting(_ holds: (Double) -> Bool) -> Int {
      (losses.lastIndex { !holds($0) } ?? -1) + 1
    }
    var sentences: [String] = []
    let plateau = losses.prefix { abs($0 - first) <= first / 100 }.count
    // A fall that is even, if slow, has no plateau.
    let share = (first - last) * Double(plateau) / Double(losses.count - 1)
    if plateau > 1, (plateau - 1) * 10 >= losses.count - 1,
      plateau == lasting({ $0 < first - first / 100 }),
      first - losses[plateau - 1] < share / 2
    {
      sentences.append(
        "A plateau comes first: the loss is below 99 % of its beginning only from step \(plateau) on."
      )
    }
    let middle = (first + last) / 2
    let half = lasting { $0 <= middle }
    if let once = losses.firstIndex(where: { $0 <= middle }) {
      sentences.append(
        once == half
          ? "Half of the fall is done at step \(half)."
          : "Half of the fall is done at step \(once), and after swings for good from step \(half) on."
      )
    }
    let hundredth = (first - last) / 100
    let still = lasting { abs($0 - last) <= hundredth }
    if still * 2 < losses.count {
      sentences.append("From step \(still) on less than a hundredth of the fall remains.")
    }
    return sentences
  }
}
