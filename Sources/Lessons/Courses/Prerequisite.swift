/// What a lesson of a course requires beside what its own header names.
struct Prerequisite: Sendable, Hashable {
  let lesson: Located<String>
  let requires: [Located<String>]
}
