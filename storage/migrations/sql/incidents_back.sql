-- Nobody writes down what goes wrong.

DROP TABLE incidents;
DROP TYPE incident_kind;
