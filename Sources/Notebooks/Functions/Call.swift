import DeepNetworks
import TerminalText

/// A call of a built-in with its arguments matched to the parameters.
struct Call {
  let function: Function
  let range: SourceRange
  /// The float format that networks compute in here.
  let format: NumberFormat?
  var meter: Meter
  private var bound: [String: BoundArgument] = [:]
  private let located: (Problem, SourceRange) -> Failure

  init(
    _ function: Function,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    format: NumberFormat?,
    meter: Meter,
    located: @escaping (Problem, SourceRange) -> Failure
  ) throws(Failure) {
    self.function = function
    self.range = range
    self.format = format
    self.meter = meter
    self.located = located
    try bind(arguments)
  }

  private mutating func bind(_ arguments: [BoundArgument]) throws(Failure) {
    var positional = function.parameters.filter(\.isPositional)[...]
    for argument in arguments {
      let parameter: Parameter
      if let label = argument.label {
        guard let found = function.parameters.first(where: { $0.name == label }) else {
          throw unknown(label, argument.range)
        }
        parameter = found
      } else {
        // What was given by its label no longer takes a place.
        while let next = positional.first, bound[next.name] != nil { positional.removeFirst() }
        guard let next = positional.popFirst() else {
          throw extra(argument, among: arguments)
        }
        parameter = next
      }
      guard bound.updateValue(argument, forKey: parameter.name) == nil else {
        throw located(
          .name(.repeatedLabel(parameter.name, function: function.name)),
          argument.range
        )
      }
    }
    for parameter in function.parameters
    where parameter.need == .required && bound[parameter.name] == nil {
      throw located(
        .name(
          .missingArgument(
            parameter.name,
            function: function.name,
            signature: function.signature
          )
        ),
        range
      )
    }
  }

  /// One argument too many: with labels, or as the entries of a vector, it may be what was meant.
  private func extra(_ extra: BoundArgument, among arguments: [BoundArgument]) -> Failure {
    func failure(_ ours: Hint?) -> Failure {
      located(
        .name(
          .extraArgument(function: function.name, signature: function.signature, ours: ours)
        ),
        extra.range
      )
    }
    var failure = failure(nil)
    let source = failure.source
    let given = Set(arguments.compactMap(\.label))
    var free = function.parameters.filter { !given.contains($0.name) }[...]
    var parts: [String] = []
    for argument in arguments {
      let text = source.text(argument.range)
      guard argument.label == nil else {
        parts.append(text)
        continue
      }
      guard let parameter = free.popFirst() else { return entries(failure, arguments) }
      parts.append(parameter.isPositional ? text : "\(parameter.name): \(text)")
    }
    guard !function.parameters.allSatisfy(\.isPositional) else {
      return entries(failure, arguments)
    }
    let call = "\(function.name)(\(parts.joined(separator: ", ")))"
    failure.replaced = range
    failure.problem = .name(
      .extraArgument(
        function: function.name,
        signature: function.signature,
        ours: Hint(". With labels: ", .instead(call))
      )
    )
    return failure
  }

  /// The same where several numbers may be meant as one vector.
  private func entries(_ failure: Failure, _ arguments: [BoundArgument]) -> Failure {
    if let matrix = ForeignWords.filled(
      ". A matrix of \(function.name) is ",
      function.name,
      arguments.map { failure.source.text($0.range) }
    ) {
      var failure = failure
      failure.replaced = range
      failure.problem = .name(
        .extraArgument(function: function.name, signature: function.signature, ours: matrix)
      )
      return failure
    }
    if function.name == "round", arguments.count == 2, let rounded = decimals(failure, arguments) {
      return rounded
    }
    guard function.signature == "\(function.name)(v)" else { return failure }
    let list = arguments.map { failure.source.text($0.range) }.joined(separator: ", ")
    var failure = failure
    failure.replaced = range
    failure.problem = .name(
      .extraArgument(
        function: function.name,
        signature: function.signature,
        ours: Hint(". Several numbers are one vector: ", .meant("\(function.name)([\(list)])"))
      )
    )
    return failure
  }

  /// `round(2.567, 2)`.
  private func decimals(_ failure: Failure, _ arguments: [BoundArgument]) -> Failure? {
    let texts = arguments.map { failure.source.text($0.range) }
    guard let places = Int(texts[1]), 1...12 ~= places else { return nil }
    let factor = "1" + String(repeating: "0", count: places)
    let ours = "round((\(texts[0]))*\(factor))/\(factor)"
    var failure = failure
    failure.replaced = range
    failure.problem = .name(
      .extraArgument(
        function: function.name,
        signature: function.signature,
        ours: Hint(". To \(places) places: ", .meant(ours))
      )
    )
    return failure
  }

  private func unknown(_ label: String, _ range: SourceRange) -> Failure {
    let labels = function.parameters.map(\.name)
    return located(
      .name(
        .unknownLabel(
          label,
          function: function.name,
          meant: Naming.label(label, among: labels),
          labels: labels
        )
      ),
      range
    )
  }

  // MARK: - Failing

  func failure(_ problem: Problem) -> Failure { located(problem, range) }

  func failure(_ problem: Problem, at parameter: String) -> Failure {
    located(problem, bound[parameter]?.range ?? range)
  }

  func wrong(_ parameter: String, expected: String, got: String? = nil) -> Failure {
    let got = got ?? bound[parameter]?.value.described ?? "nothing"
    var ours: Hint?
    if got == "true", expected == "a number" {
      ours = Hint(" Write ", .instead("\(parameter): 1"))
    } else if case .text(let text)? = bound[parameter]?.value, text.isPlainName,
      !expected.hasPrefix("\"")
    {
      ours = Hint(
        " It stands without quotes: ",
        [.instead("\(parameter): \(text)"), .instead(text)]
      )
    }
    return failure(
      .name(
        .wrongArgument(
          parameter,
          function: function.name,
          expected: expected,
          got: got,
          ours: ours
        )
      ),
      at: parameter
    )
  }

  mutating func spend(operations: Double, bytes: Double = 0) throws(Failure) {
    do {
      try meter.spend(operations: operations, bytes: bytes)
    } catch {
      throw refused(error)
    }
  }

  /// Announces a pass of a network that shares its draws with others.
  mutating func spend(pass network: Network, _ cost: Cost) throws(Failure) {
    do {
      try meter.spend(pass: network, from: nil, cost)
    } catch {
      throw refused(error)
    }
  }

  /// A refusal, with what to take less of.
  private func refused(_ problem: Problem) -> Failure {
    guard case .bound(let bound) = problem, let less else { return failure(problem) }
    return failure(.bound(bound.helped(by: less)))
  }

  /// What to take less of, by what the function is given.
  private var less: String? {
    let names = function.parameters.map(\.name)
    if names.contains("steps") { return "fewer steps, fewer samples or a smaller network" }
    if names.contains("task") { return "fewer samples or a smaller network" }
    if names.contains("samples") { return "fewer samples, inputs or outputs" }
    if names.contains("rows") { return "fewer rows or columns" }
    if names.first == "n" { return "a smaller n" }
    if names.first == "J" || names.first == "M" { return "a smaller matrix, or fewer layers" }
    if names.first == "net" { return "fewer layers or smaller widths" }
    return nil
  }

  mutating func spend(_ cost: Cost) throws(Failure) {
    try spend(operations: cost.operations, bytes: cost.bytes)
  }

  /// Runs a piece of the engine; what it refuses becomes a failure at the parameter.
  func engine<T>(at parameter: String? = nil, _ body: () throws -> T) throws(Failure) -> T {
    do {
      return try body()
    } catch {
      let problem = EngineProblem.problem(of: error)
      throw parameter.map { failure(problem, at: $0) } ?? failure(problem)
    }
  }

  // MARK: - Arguments

  func has(_ parameter: String) -> Bool { bound[parameter] != nil }

  /// The value of a parameter that is required, so that binding has made sure of it.
  func value(_ parameter: String) -> Value {
    guard let argument = bound[parameter] else {
      preconditionFailure("\(function.name) reads only what it declares as required")
    }
    return argument.value
  }

  func number(_ parameter: String, otherwise: Extended? = nil) throws(Failure) -> Extended {
    if let otherwise, !has(parameter) { return otherwise }
    guard case .number(let number) = value(parameter) else {
      throw wrong(parameter, expected: "a number")
    }
    return number
  }

  /// A number that an ordinary float holds: gains, slopes.
  func double(_ parameter: String, otherwise: Double) throws(Failure) -> Double {
    let number = try number(parameter, otherwise: Extended(otherwise)).double
    guard number.isFinite else { throw wrong(parameter, expected: "a number below 1e308") }
    return number
  }

  func integer(
    _ parameter: String,
    in range: ClosedRange<Int>,
    otherwise: Int? = nil
  )
    throws(Failure) -> Int
  {
    if let otherwise, !has(parameter) { return otherwise }
    guard case .number(let number) = value(parameter), let integer = number.integer,
      range.contains(integer)
    else {
      throw wrong(
        parameter,
        expected: "a whole number from \(NumberText.grouped(range.lowerBound)) to "
          + NumberText.grouped(range.upperBound)
      )
    }
    return integer
  }

  func vector(_ parameter: String) throws(Failure) -> Vector {
    switch value(parameter).operand {
    case .vector(let vector): return vector
    case .number(let number): return Vector([number])
    case .matrix, .layers, .never, .other:
      throw wrong(parameter, expected: "a vector, such as [1, 1]")
    }
  }

  func matrix(_ parameter: String) throws(Failure) -> Matrix {
    guard case .matrix(let matrix) = value(parameter) else {
      throw wrong(parameter, expected: "a matrix, such as [[1, 2], [3, 4]] or 1.5*identity(2)")
    }
    return matrix
  }

  /// A matrix, or that of a Jacobian's entries.
  mutating func entries(_ parameter: String) throws(Failure) -> Matrix {
    do throws(Problem) {
      if case .matrix(let matrix) = try Jacobians.entries(value(parameter), &meter) {
        return matrix
      }
    } catch {
      throw failure(error, at: parameter)
    }
    return try matrix(parameter)
  }

  func network(_ parameter: String) throws(Failure) -> Network {
    guard case .network(let network) = value(parameter) else {
      let other = function.parameters.first { other in
        if case .network? = bound[other.name]?.value { true } else { false }
      }
      guard let other, let got = bound[parameter]?.value.described else {
        throw wrong(parameter, expected: "a network")
      }
      throw wrong(
        parameter,
        expected: "a network",
        got: "\(got), and the network stands as \(other.name): change their places"
      )
    }
    return network
  }

  func format(_ parameter: String) throws(Failure) -> NumberFormat {
    guard case .format(let format) = value(parameter) else {
      throw wrong(parameter, expected: "a number format, such as float16")
    }
    return format
  }

  func seed() throws(Failure) -> UInt64 {
    UInt64(try integer("seed", in: 0...1_000_000_000_000, otherwise: 1))
  }
}
