/// Something that a file of Sources gives a name.
struct Declaration {
  enum Kind { case type, function, property, enumCase }

  let kind: Kind
  let name: String
  /// The types around it, outermost first; those of an extension too.
  let owners: [String]
  let isPackage: Bool
  /// Whether a protocol asks for it, or a class below it may: the name is not its own choice.
  let isRequirement: Bool
  /// The types that whoever may name it meets in it.
  let exposed: Set<String>

  var path: String { (owners + [name]).joined(separator: ".") }
}
