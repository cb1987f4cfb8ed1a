import Lessons

extension Roster {
  /// A copy of a lesson that is somebody's own.
  package struct Copy: Sendable, Hashable {
    /// The name of its file, without an ending.
    package let file: String
    /// What its header calls them: by that, the roster knows them.
    package let learner: LearnerName
  }

  /// A copy for everybody, its file named by the id where there is one.
  package func copies() throws(RosterFault) -> [Copy] {
    var files = FileNames()
    var copies: [Copy] = []
    for person in people {
      // Who shares a name is known by the id alone.
      let sure = [person.name, person.id ?? ""].first { self.person(named: $0) == .one(person) }
      guard let sure else { throw .sameName(person.name) }
      guard let learner = LearnerName(sure) else { throw .unfitName(sure) }
      copies.append(Copy(file: files.unused(person.id ?? person.name), learner: learner))
    }
    return copies
  }
}
