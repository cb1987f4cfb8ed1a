import DeepNetworks
import Plotting

/// Everything that has a name before anybody defines one.
package enum BuiltIns {
  /// The tables of functions with their titles, in the order in which the help lists them.
  static let groups: [(title: String, functions: [Function])] = [
    ("Numbers", numberFunctions), ("Activations", activationFunctions),
    ("Vectors and matrices", vectorFunctions + eigenvalueFunctions),
    ("Networks", networkFunctions + correlationFunctions),
    ("Through time", recurrentFunctions + throughTimeFunctions),
    ("Gradients", gradientFunctions), ("Jacobians", jacobianFunctions),
    ("Tasks", taskFunctions + sequenceTasks),
    ("Training", trainingFunctions + scheduleFunctions + [dynamicScale]),
    ("Gradient checking", checkingFunctions),
    ("Diagnosis", diagnosisFunctions), ("Many seeds", ensembleFunctions),
    ("Figures in a line", figureFunctions),
    ("Theory of random networks", theoryFunctions + depthFunctions),
    ("Theory in closed form", productTheoryFunctions),
    ("Random weights", initializationFunctions),
    ("Float formats", formatFunctions),
  ]

  /// All functions, as the help lists them.
  package static let functions: [Function] = groups.flatMap(\.functions)

  private static let byName: [String: Function] = Dictionary(
    functions.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let asValues: [String: Value] = byName.mapValues { function in
    .builtIn(BuiltIn(name: function.name, line: "\(function.signature): \(function.summary)"))
  }

  private static let constants: [String: Value] = ["pi": .number(.pi), "e": .number(.e)]

  /// Other names that people use for the same thing.
  private static let aliases = ["σ": "sigmoid", "π": "pi", "glorot": "xavier"]

  /// A function by its name or another name that people use for it.
  package static func function(_ name: String) -> Function? {
    byName[aliases[name] ?? name]
  }

  static func value(_ name: String) -> Value? {
    let name = aliases[name] ?? name
    if let constant = constants[name] { return constant }
    if let format = NumberFormat(name: name) { return .format(format) }
    return asValues[name]
  }

  /// The float formats, as `in` takes them.
  package static let formatNames: [String] = NumberFormat.allCases.map(\.name)

  /// Every name, in a fixed order.
  package static let names: [String] =
    functions.map(\.name) + ["pi", "e"] + NumberFormat.allCases.map(\.name)
    + FigureVerb.allCases.map(\.rawValue)

  /// What is to be said where a definition hides one.
  package static func remark(onHiding name: String) -> String {
    "\(name) was built in; from here on it is yours."
  }

  /// Whether a definition of this name hides something that was there before.
  package static func contains(_ name: String) -> Bool { known.contains(name) }

  /// All that `value` knows; asked for at every definition.
  private static let known = Set(names.filter { value($0) != nil }).union(aliases.keys)
}
