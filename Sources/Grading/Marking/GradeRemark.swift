import Transcripts

/// What has to be known of a file that was graded.
package enum GradeRemark: Sendable, Hashable {
  case fault(TranscriptFault)
  /// So many faults in all, of which the first are told.
  case faults(Int)
  /// Another text of the version that it is marked with.
  case otherText(version: String)
  case otherVersion(recorded: String?, marked: String)
  case otherEngine(Int)
  /// Its numbers were drawn for another class, it says, than those with which it is marked.
  case otherClass(recorded: String, marked: String)
  /// The lesson is graded, and the file doesn't say that what was played was.
  case playedForPractice
  /// The last line is an answer without a line end.
  case cutAnswer(line: Int)
  /// On another text of the lesson inputs were supplied or left out: a sentence on that.
  case followed(String)
  /// The lesson reads inputs at other prompts than the file: so many, the first in this line.
  case strayed(firstLine: Int, count: Int)
  /// The lesson draws values for each learner, and the file names none.
  case unnamed
  /// The lesson draws values by the name in the header, which is none that the roster has for this learner.
  case drawnForOther(name: String, Person)
  /// There is a time at which it was due, and none at which it came.
  case unknownTime
  /// What another process found, in its words.
  case said(String)
}
