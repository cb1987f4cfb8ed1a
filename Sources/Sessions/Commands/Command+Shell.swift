// What the shell carries out.
extension Command {
  static let edit = Command(
    "edit",
    "put a definition into the line, to be changed",
    offers: { session, _ in session.nameCandidates },
    .shell(.required("NAME", missing: .editWhat) { .edit($0) })
  )

  static let knob = Command(
    "knob",
    "turn a parameter with the arrow keys and see the figure change",
    offers: { session, _ in session.nameCandidates },
    .shell(
      .required("NAME", missing: .turnWhat) { rest throws(CommandRefusal) in
        let names = rest.split(separator: " ").map(String.init)
        guard names.count <= 2 else { throw .turnWhat }
        return .knob(names)
      }
    )
  )

  static let open = Command(
    "open",
    "another lesson",
    offers: { _, lessons in lessons },
    .shell(.required("NAME", missing: .openWhich) { .open($0) })
  )

  static let save = Command(
    "save",
    "a copy of the transcript; the last figure as NAME.svg or NAME.txt",
    .shell(.required("NAME", missing: .saveWhere) { .save($0) })
  )

  static let forget = Command(
    "forget",
    "begin anew; what you had is set aside",
    .shell(.none(.forget))
  )
}
