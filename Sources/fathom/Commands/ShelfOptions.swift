import ArgumentParser

/// Where lessons are looked for.
struct ShelfOptions: ParsableArguments {
  @Option(
    name: .customLong("lessons"),
    help: "The folder of the lessons (else FATHOM_LESSONS, ./lessons, or beside the program).",
    completion: .directory
  )
  var folder: String?

  var shelf: LessonShelf { LessonShelf(named: folder) }
}
