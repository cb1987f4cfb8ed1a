extension Command {
  static let note = Command(
    "note",
    "keep a remark in the transcript",
    .session(.required("TEXT") { _ in { _ in [.say(.noted)] } })
  )
}
