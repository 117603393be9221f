"""One register of those who give legal services: lawyers, basic-level legal workers, notaries, forensic experts, and
the bodies they practise in. What stands in it is public; every change leaves a chained StaffEvent."""
