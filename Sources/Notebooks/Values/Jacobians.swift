import DeepNetworks
import TerminalText

/// Jacobians as values: factors from which singular values are right, entries where one computes.
enum Jacobians {
  /// A Jacobian stands for the matrix of its entries wherever a matrix is computed with.
  static func entries(_ value: Value, _ meter: inout Meter) throws(Problem) -> Value {
    guard case .record(let record) = value, case .jacobian(let jacobian, _) = record.content else {
      return value
    }
    return .matrix(try matrix(jacobian, &meter))
  }

  static func matrix(_ jacobian: Jacobian, _ meter: inout Meter) throws(Problem) -> Matrix {
    let width = Double(max(jacobian.rows, jacobian.columns))
    let plain = Meter.perProduct * width * width * width + 100 * width * width + 5000
    let each = jacobian.isPrecise ? width * perLayer(width) : plain
    try meter.spend(operations: Double(jacobian.depth) * each, bytes: 24 * width * width)
    do {
      return try Arithmetic.inRange(try jacobian.matrix(checkpoint: meter.checkpoint))
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  /// What a layer takes of a vector in double-double.
  private static func perLayer(_ width: Double) -> Double { 50 * width * width + 2500 }

  /// J v where a Jacobian stands left of a vector that fits; nil elsewhere.
  static func product(
    _ left: Value,
    _ right: Value,
    _ meter: inout Meter
  ) throws(Problem) -> Value? {
    guard case .record(let record) = left, case .jacobian(let jacobian, _) = record.content,
      jacobian.isPrecise, case .vector(let vector) = right.rangeAsVector,
      vector.count == jacobian.columns
    else { return nil }
    let width = Double(max(jacobian.rows, jacobian.columns))
    try meter.spend(
      operations: Double(jacobian.depth) * perLayer(width),
      bytes: 16 * Double(jacobian.rows)
    )
    do {
      let product = try jacobian.times(vector, checkpoint: meter.checkpoint)
      return .vector(try Arithmetic.inRange(product))
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  static func spectrum(_ jacobian: Jacobian, _ meter: inout Meter) throws(Problem) -> Spectrum {
    try meter.spend(jacobian.cost)
    do {
      return try jacobian.spectrum(threads: meter.engineThreads, checkpoint: meter.checkpoint)
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  /// A singular value, or the bound that there is for it.
  static func value(_ spectrum: Spectrum, at index: Int) -> Value {
    let value = spectrum.values[index]
    return spectrum.undetermined.contains(index)
      ? .never(.undetermined(below: value)) : .number(value)
  }

  /// Singular values that take no more operations than this are found with the Jacobian.
  private static let cheap = 3e8

  /// The value of `jacobian(net, x)`.
  static func record(
    _ jacobian: Jacobian,
    bytes: Double,
    _ meter: inout Meter
  ) throws(Problem) -> Record {
    var found: Spectrum?
    if jacobian.cost.operations <= cheap {
      do throws(Problem) {
        found = try spectrum(jacobian, &meter)
      } catch {
        // Entries that are infinite in a float format have no singular values: asked for, it says so.
        if case .bound = error { throw error }
      }
    }
    var fields: [Record.Field] = []
    if let found {
      fields = [
        Record.Field("largest", value(found, at: 0), "its largest singular value"),
        Record.Field("smallest", value(found, at: found.values.count - 1), "its smallest"),
      ]
    }
    let factors = jacobian.depth == 1 ? "1 layer" : "\(NumberText.grouped(jacobian.depth)) layers"
    return Record(
      "a Jacobian of \(jacobian.rows) × \(jacobian.columns)",
      detail: "the product of those of \(factors)",
      fields,
      content: .jacobian(jacobian, found),
      bytes: bytes
    )
  }
}
