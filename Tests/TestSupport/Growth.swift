/// The small lesson that tests play; it has a question of each kind.
package enum Growth {
  package static let folder = Repository.path("Tests/TestSupport/Lessons")

  package static func text() throws -> String {
    try Repository.text("Tests/TestSupport/Lessons/01-growth.lesson.md")
  }

  /// Goes through the whole lesson and answers everything right.
  package static let diligent = [
    "", "30", "", "t*n", "t^n", "", "0", "0.5^27", "", "b", "c", "", "s^L", "",
    "M = identity(2)", "done", "", "Because each layer multiplies.", "",
  ]
}
